package dev.uruimi.local.terminal;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
public final class Elapsed {

  private Elapsed() {}

  /** "0.4 s", "12.3 s", "2 min 05 s". */
  public static String text(Duration duration) {
    var tenths = Math.round(duration.toMillis() / 100.0);
    if (tenths < 600) {
      return String.format(Locale.ROOT, "%d.%d s", tenths / 10, tenths % 10);
    }
    var seconds = Math.round(duration.toMillis() / 1000.0);
    return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
  }
}
