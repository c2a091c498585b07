package dev.uruimi.local.certify;

import dev.uruimi.certify.Progress;
import dev.uruimi.local.terminal.TaskReport;
import java.time.Duration;

/** A campaign's progress as other commands show theirs. */
public record ShownProgress(TaskReport report) implements Progress {

  @Override
  public void started(String task) {
    report.started(task);
  }

  @Override
  public void said(String task, String line) {
    report.said(task, line);
  }

  @Override
  public void done(String task, Duration took) {
    report.done(task, took);
  }

  @Override
  public void failed(String task, Duration took) {
    report.failed(task, took);
  }
}
