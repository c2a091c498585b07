package dev.uruimi.local.terminal;

import java.time.Duration;
import java.time.Instant;

/**
 * A task that runs now.
 *
 * @param name the task's
 * @param since when it began
 * @param saying what it said last; may be empty
 */
record RunningTask(String name, Instant since, String saying) {

  private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

  Duration took(Instant now) {
    return Duration.between(since, now);
  }

  RunningTask saying(String line) {
    return new RunningTask(name, since, Terminal.harmless(line));
  }

  /** One line of at most {@code width} columns: spinner, name, elapsed, what it says. */
  String line(Instant now, int nameWidth, int width) {
    var frame = (int) (took(now).toMillis() / 100 % SPINNER.length());
    var text =
        "%c %s  %12s  %s"
            .formatted(
                SPINNER.charAt(frame),
                name + " ".repeat(Math.max(0, nameWidth - name.length())),
                Elapsed.text(took(now)),
                saying)
            .stripTrailing();
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }
}
