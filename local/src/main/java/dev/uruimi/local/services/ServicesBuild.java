package dev.uruimi.local.services;

import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.CacheEntry;
import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.ContentHash;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The four services, compiled by Maven and laid out for a quick start: a small jar with its
 * libraries beside it.
 */
public final class ServicesBuild implements BuildTask {

  /** What the services are made of. */
  private static final List<String> LIBRARIES =
      List.of("common-events", "engine-catalogue", "common-worker", "helm-runner");

  /** What the page is made of, in the module {@code dashboard}. */
  private static final List<String> PAGE =
      List.of(
          "src",
          "scripts",
          "index.html",
          "openapi.json",
          "package.json",
          "package-lock.json",
          "pom.xml",
          "tsconfig.json",
          "vite.config.ts");

  private final UruimiHome home;
  private final CacheEntry entry;

  public ServicesBuild(UruimiHome home) {
    this.home = home;
    this.entry = new CacheEntry(home.cache().resolve("services").resolve(hash(home.repository())));
  }

  /** Where the services of the sources as they are now are, or will be. */
  public Path folder() {
    return entry.target();
  }

  @Override
  public String name() {
    return "services";
  }

  @Override
  public boolean upToDate() {
    return entry.present();
  }

  @Override
  public void run(Progress progress) throws Exception {
    entry.make(
        work -> {
          progress.line("compiling with Maven");
          maven(progress);
          var result = Files.createDirectory(work.resolve("services"));
          for (var service : Service.values()) {
            progress.line("laying out " + service.module());
            layOut(service, result.resolve(service.module()));
          }
          return result;
        });
  }

  private void maven(Progress progress) throws IOException, InterruptedException {
    var modules =
        Arrays.stream(Service.values()).map(Service::module).collect(Collectors.joining(","));
    Command.of("mvn", "-B", "-ntp", "-DskipTests", "-am", "-pl", modules, "package")
        .in(home.repository())
        .with(Map.of("JAVA_HOME", System.getProperty("java.home")))
        .run(line -> MavenLine.module(line).ifPresent(it -> progress.line("compiling " + it)));
  }

  private void layOut(Service service, Path target) throws IOException, InterruptedException {
    var built = home.repository().resolve(service.module()).resolve("target");
    Command.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djarmode=tools",
            "-jar",
            jarIn(built).toString(),
            "extract",
            "--destination",
            target.toString())
        .run();
    Files.move(jarIn(target), target.resolve(service.module() + ".jar"));
  }

  private static Path jarIn(Path folder) throws IOException {
    try (var jars = Files.newDirectoryStream(folder, "*-app.jar")) {
      for (var jar : jars) {
        return jar;
      }
    }
    throw new IOException("there is no *-app.jar in " + folder);
  }

  private static String hash(Path repository) {
    var modules = new ArrayList<>(LIBRARIES);
    Arrays.stream(Service.values()).map(Service::module).forEach(modules::add);
    var parts = new ArrayList<String>();
    try {
      parts.add(Files.readString(repository.resolve("pom.xml")));
      for (var module : modules) {
        parts.add(Files.readString(repository.resolve(module).resolve("pom.xml")));
        var sources = repository.resolve(module).resolve("src/main");
        parts.add(Files.exists(sources) ? ContentHash.ofFolder(sources) : "");
      }
      for (var name : PAGE) {
        parts.add(ContentHash.ofFolder(repository.resolve("dashboard").resolve(name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ContentHash.of(parts.toArray(String[]::new));
  }
}
