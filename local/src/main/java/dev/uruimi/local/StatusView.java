package dev.uruimi.local;

import dev.uruimi.local.process.PartStatus;
import dev.uruimi.local.process.StatusBoard;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Shows a status as it changes: a table redrawn in place on a terminal, else a line for each
 * change.
 */
final class StatusView {

  private final PrintStream out;
  private final boolean terminal;
  private final Map<String, PartStatus> shown = new HashMap<>();
  private int drawn;

  StatusView(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static String line(PartStatus part) {
    var text =
        String.format(
            Locale.ROOT,
            "  %-26s %-9s%s",
            part.name(),
            part.phase().name().toLowerCase(Locale.ROOT),
            part.restarts() > 0 ? " restarts " + part.restarts() : "");
    return (part.detail().isEmpty() ? text : text + "  " + part.detail()).stripTrailing();
  }

  void show(StatusBoard.Snapshot snapshot) {
    if (terminal) {
      redraw(snapshot);
    } else {
      snapshot.parts().forEach(this::tellChange);
    }
  }

  /** The last drawing stays. */
  void end() {
    drawn = 0;
  }

  private void tellChange(PartStatus part) {
    var before = shown.put(part.name(), part);
    if (before == null
        ? part.phase() != PartStatus.Phase.WAITING
        : before.phase() != part.phase() || !before.detail().equals(part.detail())) {
      out.println(line(part));
    }
  }

  private void redraw(StatusBoard.Snapshot snapshot) {
    var text = new StringBuilder();
    if (drawn > 0) {
      text.append("\033[").append(drawn).append('A');
    }
    for (var part : snapshot.parts()) {
      text.append("\033[2K").append(clipped(line(part))).append('\n');
    }
    drawn = snapshot.parts().size();
    out.print(text);
    out.flush();
  }

  private static String clipped(String line) {
    var first = line.lines().findFirst().orElse("");
    return first.length() > 100 ? first.substring(0, 99) + "…" : first;
  }
}
