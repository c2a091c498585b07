package dev.uruimi.local.terminal;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A line per event, and a sign of life of every running task each half minute. */
final class PlainReport implements TaskReport {

  private static final long SIGN_OF_LIFE_SECONDS = 30;

  private final Terminal terminal;
  private final Clock clock;
  private final Map<String, RunningTask> running = new LinkedHashMap<>();
  private final ScheduledExecutorService reminder =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("reminder").factory());

  PlainReport(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    reminder.scheduleAtFixedRate(
        this::signsOfLife, SIGN_OF_LIFE_SECONDS, SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public synchronized void started(String task) {
    running.put(task, new RunningTask(task, clock.instant(), ""));
    terminal.line("  " + task + ": started");
  }

  @Override
  public synchronized void said(String task, String line) {
    var known = running.computeIfPresent(task, (name, it) -> it.saying(line));
    if (known != null) {
      tell(known);
    }
  }

  @Override
  public synchronized void done(String task, Duration took) {
    running.remove(task);
    terminal.line("✔ " + task + ": " + Elapsed.text(took));
  }

  @Override
  public synchronized void failed(String task, Duration took) {
    running.remove(task);
    terminal.line("✘ " + task + ": failed after " + Elapsed.text(took));
  }

  synchronized void signsOfLife() {
    running.values().forEach(this::tell);
  }

  private void tell(RunningTask task) {
    var doing = task.saying().isEmpty() ? "still at work" : task.saying();
    var elapsed = Elapsed.text(task.took(clock.instant()));
    terminal.line("  " + task.name() + ": " + doing + " (" + elapsed + ")");
  }

  @Override
  public synchronized void close() {
    reminder.shutdownNow();
  }
}
