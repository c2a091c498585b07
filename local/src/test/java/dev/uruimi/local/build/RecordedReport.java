package dev.uruimi.local.build;

import dev.uruimi.local.terminal.TaskReport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was told. */
record RecordedReport(List<String> lines) implements TaskReport {

  RecordedReport() {
    this(new CopyOnWriteArrayList<>());
  }

  @Override
  public void started(String task) {
    lines.add(task + " started");
  }

  @Override
  public void said(String task, String line) {
    lines.add(task + ": " + line);
  }

  @Override
  public void done(String task, Duration took) {
    lines.add(task + " done");
  }

  @Override
  public void failed(String task, Duration took) {
    lines.add(task + " failed");
  }

  @Override
  public void close() {}
}
