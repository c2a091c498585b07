package dev.uruimi.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.uruimi.local.process.CacheEntry;
import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.ContentHash;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Schemathesis over the running API, within limits; its packages are pinned by hash and brought
 * into the user's cache once.
 *
 * @param folder for what it writes
 * @param cap how many stores it may make
 * @param limit how long it may take
 */
record Schemathesis(Path folder, int cap, Duration limit) {

  private static final String REQUIREMENTS = "requirements.txt";
  private static final String DOCUMENT = "openapi.json";

  /** A stream does not end; the tests of store-api follow it. */
  private static final List<String> LEFT_OUT = List.of("/stores/events");

  private static final List<String> CHECKS =
      List.of(
          "not_a_server_error",
          "status_code_conformance",
          "content_type_conformance",
          "response_schema_conformance",
          "response_headers_conformance");

  /** What it said, for a person, and its report. */
  record Outcome(String text, JsonNode report) {}

  /** Asks whatever the document names, as who holds the token of the installation. */
  Outcome run(String address, String document) throws Exception {
    Files.writeString(folder.resolve(DOCUMENT), document);
    for (var file : List.of("hooks.py", "schemathesis.toml")) {
      Files.writeString(folder.resolve(file), resource(file));
    }
    var out = folder.resolve("schemathesis.txt");
    var builder =
        new ProcessBuilder(command(address))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "PYTHONPATH",
                packages() + ":" + folder,
                "SCHEMATHESIS_HOOKS",
                "hooks",
                "STORES_CAP",
                String.valueOf(cap),
                "STORES_FILE",
                made().toString(),
                "TOKEN_FILE",
                Uruimi.logInTokenFile().toString()));
    var process = builder.start();
    if (!process.waitFor(limit.plusMinutes(3).toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("schemathesis did not end:\n" + Files.readString(out));
    }
    var report = folder.resolve("report.json");
    if (!Files.exists(report)) {
      throw new AssertionError("schemathesis did not run:\n" + Files.readString(out));
    }
    return new Outcome(
        Files.readString(out), JsonMapper.shared().readTree(Files.readString(report)));
  }

  /** The stores it made. */
  List<String> stores() throws IOException {
    return Files.exists(made()) ? Files.readAllLines(made()) : List.of();
  }

  private Path made() {
    return folder.resolve("stores.txt");
  }

  private List<String> command(String address) {
    var command = new ArrayList<>(List.of("python3", "-m", "schemathesis.cli"));
    command.addAll(List.of("run", DOCUMENT, "--url", address));
    command.addAll(List.of("--phases", "examples,coverage,fuzzing", "--mode", "all"));
    command.addAll(List.of("--checks", String.join(",", CHECKS), "--continue-on-failure"));
    command.addAll(List.of("--max-examples", "20", "--max-time", "" + limit.toSeconds()));
    command.addAll(List.of("--request-timeout", "15", "--no-color", "--warnings", "off"));
    command.addAll(List.of("--report", "json", "--report-json-path", "report.json"));
    LEFT_OUT.forEach(path -> command.addAll(List.of("--exclude-path", path)));
    return command;
  }

  private static Path packages() throws Exception {
    var version = Command.of("python3", "--version").run();
    var hash = ContentHash.of(resource(REQUIREMENTS), version);
    var cache = UruimiHome.of(System.getenv()).cache();
    var entry = new CacheEntry(cache.resolve("python").resolve("schemathesis-" + hash));
    entry.make(
        work -> {
          var requirements = Files.writeString(work.resolve(REQUIREMENTS), resource(REQUIREMENTS));
          var target = work.resolve("packages");
          Command.of(
                  List.of(
                      "python3",
                      "-m",
                      "pip",
                      "install",
                      "--quiet",
                      "--require-hashes",
                      "--only-binary=:all:",
                      "--target=" + target,
                      "--requirement=" + requirements))
              .run();
          return target;
        });
    return entry.target();
  }

  private static String resource(String name) throws IOException {
    try (var stream = Schemathesis.class.getResourceAsStream("/schemathesis/" + name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
    }
  }
}
