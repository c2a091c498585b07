package dev.uruimi.local.terminal;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Redraws the lines of the running tasks in place; a finished task's line stays above them. */
final class LiveReport implements TaskReport {

  private static final String UP_AND_CLEAR = "\u001b[%dF\u001b[J";

  private final Terminal terminal;
  private final Clock clock;
  private final Map<String, RunningTask> running = new LinkedHashMap<>();
  private final ScheduledExecutorService painter =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("painter").factory());
  private int drawn;

  LiveReport(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    painter.scheduleAtFixedRate(() -> draw(""), 100, 100, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void started(String task) {
    running.put(task, new RunningTask(task, clock.instant(), ""));
    draw("");
  }

  @Override
  public synchronized void said(String task, String line) {
    running.computeIfPresent(task, (name, it) -> it.saying(line));
  }

  @Override
  public void done(String task, Duration took) {
    end(task, terminal.green("✔"), took);
  }

  @Override
  public void failed(String task, Duration took) {
    end(task, terminal.red("✘"), took);
  }

  private synchronized void end(String task, String mark, Duration took) {
    running.remove(task);
    draw(mark + " " + task + "  " + terminal.dim(Elapsed.text(took)) + "\n");
  }

  /** One write, so that nothing flickers. */
  private synchronized void draw(String above) {
    var text = new StringBuilder();
    if (drawn > 0) {
      text.append(UP_AND_CLEAR.formatted(drawn));
    }
    text.append(above);
    var nameWidth = running.keySet().stream().mapToInt(String::length).max().orElse(0);
    var now = clock.instant();
    running
        .values()
        .forEach(task -> text.append(task.line(now, nameWidth, terminal.width())).append('\n'));
    drawn = running.size();
    terminal.out().print(text);
    terminal.out().flush();
  }

  @Override
  public synchronized void close() {
    painter.shutdownNow();
    running.clear();
    draw("");
  }
}
