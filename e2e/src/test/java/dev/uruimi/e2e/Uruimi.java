package dev.uruimi.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.secrets.SecretFile;
import dev.uruimi.local.secrets.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The {@code uruimi} command, as a person runs it. */
final class Uruimi {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Uruimi() {}

  /** What a run of the command gave. */
  record Run(int exit, String out, String err) {
    JsonNode json() {
      return JSON.readTree(out);
    }
  }

  static Path repository() {
    return Path.of(System.getProperty("uruimi.repository", "..")).toAbsolutePath().normalize();
  }

  /** The state folder of the installation under test. */
  static Path state() {
    var named = System.getenv("URUIMI_STATE");
    return named != null && !named.isBlank()
        ? Path.of(named)
        : Path.of(System.getProperty("user.home"), ".local", "state", "uruimi");
  }

  /** The file with what the installation's users show the store API. */
  static Path logInTokenFile() {
    return new Tokens(home()).logIn().file();
  }

  /** What programs of the installation's owner send as {@code Authorization}. */
  static String logIn() {
    return shown(new Tokens(home()).logIn());
  }

  /** What the store API sends the workers as {@code Authorization}. */
  static String peer() {
    return shown(new Tokens(home()).peers());
  }

  private static UruimiHome home() {
    return UruimiHome.of(Map.of("URUIMI_STATE", state().toString()));
  }

  private static String shown(SecretFile secret) {
    try {
      return "Bearer " + secret.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Run run(Duration timeout, String... arguments) {
    return run(timeout, Map.of(), arguments);
  }

  static Run run(Duration timeout, Map<String, String> environment, String... arguments) {
    return run(timeout, builder(arguments), environment, arguments);
  }

  /** Runs it by another program, which gets the command as its last arguments. */
  static Run runBy(
      List<String> program,
      Duration timeout,
      Map<String, String> environment,
      String... arguments) {
    var builder = builder(arguments);
    builder.command().addAll(0, program);
    return run(timeout, builder, environment, arguments);
  }

  private static Run run(
      Duration timeout,
      ProcessBuilder builder,
      Map<String, String> environment,
      String... arguments) {
    try {
      var out = Files.createTempFile("uruimi-out", ".txt");
      var err = Files.createTempFile("uruimi-err", ".txt");
      builder.environment().putAll(environment);
      var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(timeout.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(List.of(arguments) + " took longer than " + timeout);
      }
      var run = new Run(process.exitValue(), read(out), read(err));
      Files.delete(out);
      Files.delete(err);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts the command; nobody reads what it says. */
  static Process start(String... arguments) {
    try {
      return builder(arguments)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessBuilder builder(String... arguments) {
    var command = new ArrayList<String>();
    command.add(repository().resolve("uruimi").toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(repository().toFile());
    builder.environment().put("URUIMI_CLUSTER", "embedded");
    builder.environment().put("ENGINES_DIRECTORY", Engines.directory().toString());
    return builder;
  }

  static Run succeed(Duration timeout, String... arguments) {
    var run = run(timeout, arguments);
    assertThat(run.exit()).as("%s%n%s%n%s", List.of(arguments), run.out(), run.err()).isZero();
    return run;
  }

  static void up() {
    succeed(Duration.ofMinutes(40), "up");
  }

  static JsonNode status() {
    return run(Duration.ofSeconds(30), "status", "--json").json();
  }

  /** The process of one of the platform's parts. */
  static ProcessHandle process(String part) {
    return find(part)
        .orElseThrow(() -> new AssertionError("no process of " + part + ": " + status()));
  }

  private static Optional<ProcessHandle> find(String part) {
    for (var unit : status().path("parts")) {
      if (part.equals(unit.path("name").asString("")) && unit.path("pid").asLong(0) > 0) {
        return ProcessHandle.of(unit.path("pid").asLong());
      }
    }
    return Optional.empty();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, UTF_8);
  }
}
