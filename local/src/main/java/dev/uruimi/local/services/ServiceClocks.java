package dev.uruimi.local.services;

import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Requirement;
import dev.uruimi.local.process.Step;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Wall clocks of the services that can be set, each by itself, while they run: by libfaketime,
 * which stands before the C library and looks at a file once a second. Monotonic clocks are left
 * alone.
 */
public record ServiceClocks(UruimiHome home) {

  private static final Path LIBRARIES = Path.of("/usr/lib");
  private static final String LIBRARY = "faketime/libfaketimeMT.so.1";
  static final String STEP = "clocks";

  /** What the machine must have; only {@code certify} needs it. */
  public static Requirement requirement() {
    return new Requirement(
        "libfaketime",
        "sets the services' clocks wrong (certify)",
        "libfaketime",
        "install libfaketime below " + LIBRARIES,
        () -> library().isPresent());
  }

  /** Every clock right, at each start. */
  public Step step() {
    return Step.of(STEP, List.of(), this::heal);
  }

  Map<String, String> environment(Service service) {
    return Map.of(
        "LD_PRELOAD",
        library().map(Path::toString).orElse(""),
        "FAKETIME_TIMESTAMP_FILE",
        file(service).toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        // else every timed wait of a JVM, which is by the monotonic clock, ends at once
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }

  /**
   * Sets what a service's clock is off by, in whole seconds; it sees that within a second.
   *
   * @throws IOException where there is no libfaketime
   */
  public void set(Service service, Duration offset) throws IOException {
    if (library().isEmpty()) {
      throw new IOException("clocks cannot be set: libfaketime is not installed");
    }
    write(service, offset);
  }

  /** Sets all clocks right. */
  public void heal() throws IOException {
    for (var service : Service.values()) {
      write(service, Duration.ZERO);
    }
  }

  private void heal(Progress progress) throws IOException {
    heal();
  }

  private void write(Service service, Duration offset) throws IOException {
    Files.createDirectories(file(service).getParent());
    var next = file(service).resolveSibling(service.module() + ".new");
    Files.writeString(next, "%+d".formatted(offset.toSeconds()));
    Files.move(next, file(service), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path file(Service service) {
    return home.run().resolve("clocks").resolve(service.module());
  }

  /** Of this machine's architecture. */
  private static Optional<Path> library() {
    try (var folders = Files.list(LIBRARIES)) {
      return folders
          .map(folder -> folder.resolve(LIBRARY))
          .filter(Files::isRegularFile)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
