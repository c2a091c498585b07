package dev.uruimi.local.download;

import dev.uruimi.local.process.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Tells how much of a file has come: each tenth of it (each 10 MB where its size is unknown), but
 * not every moment, and always its end.
 */
final class Meter {

  private static final long MEGABYTE = 1_000_000;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final String what;
  private final Progress progress;
  private final InstantSource clock;
  private long told = -1;
  private Instant when = Instant.EPOCH;

  Meter(String what, Progress progress, InstantSource clock) {
    this.what = what;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * So many bytes are here.
   *
   * @param total less than 0 when unknown
   */
  void at(long bytes, long total) {
    var step = total > 0 ? bytes * 10 / total : bytes / (10 * MEGABYTE);
    if (step != told && (bytes == total || when.plus(PAUSE).isBefore(clock.instant()))) {
      told = step;
      when = clock.instant();
      progress.line("downloading " + what + ": " + text(bytes, total));
    }
  }

  private static String text(long bytes, long total) {
    return total > 0
        ? "%s of %s MB, %d %%".formatted(megabytes(bytes), megabytes(total), bytes * 100 / total)
        : megabytes(bytes) + " MB";
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", (double) bytes / MEGABYTE);
  }
}
