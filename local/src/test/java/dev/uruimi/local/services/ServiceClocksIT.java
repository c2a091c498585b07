package dev.uruimi.local.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.uruimi.local.process.UruimiHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real JVM under a real libfaketime. */
class ServiceClocksIT {

  @TempDir private Path folder;

  @Test
  @Timeout(60)
  void aRunningProcessIsSetWrongAndRightAndSleepsAsLongAsEver() throws Exception {
    var clocks = new ServiceClocks(new UruimiHome(folder, folder, folder));
    clocks.heal();
    var process = start(clocks);
    try (var lines = process.inputReader()) {
      assertThat(Instant.parse(lines.readLine()))
          .isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));

      clocks.set(Service.PROVISIONER, Duration.ofMinutes(10));
      awaitOffset(lines, Duration.ofMinutes(10));
      clocks.set(Service.PROVISIONER, Duration.ofMinutes(-10));
      awaitOffset(lines, Duration.ofMinutes(-10));
      clocks.heal();
      awaitOffset(lines, Duration.ZERO);
      assertThat(timeOfLines(lines, 10)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(10));
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(ServiceClocks clocks) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ClockUnderTest.class.getName());
    builder.environment().putAll(clocks.environment(Service.PROVISIONER));
    return builder.redirectErrorStream(true).start();
  }

  private static void awaitOffset(BufferedReader lines, Duration offset) throws IOException {
    var difference = Duration.ofDays(1);
    while (difference.abs().compareTo(Duration.ofSeconds(5)) > 0) {
      var told = Instant.parse(lines.readLine());
      difference = Duration.between(Instant.now().plus(offset), told);
    }
  }

  private static Duration timeOfLines(BufferedReader lines, int count) throws IOException {
    var begun = System.nanoTime();
    for (int n = 0; n < count; n++) {
      lines.readLine();
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
