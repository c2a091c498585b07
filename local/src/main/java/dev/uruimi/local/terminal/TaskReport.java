package dev.uruimi.local.terminal;

import java.time.Clock;
import java.time.Duration;

/** Tells a person how tasks that run side by side are getting on. Safe for many threads. */
public interface TaskReport extends AutoCloseable {

  /** One line per task that moves where the terminal can do that, else a line per event. */
  static TaskReport on(Terminal terminal, Clock clock) {
    return terminal.live() ? new LiveReport(terminal, clock) : new PlainReport(terminal, clock);
  }

  void started(String task);

  /** What the task does now. */
  void said(String task, String line);

  /** The task ended well. */
  void done(String task, Duration took);

  /** The task ended badly, or was ended. */
  void failed(String task, Duration took);

  @Override
  void close();
}
