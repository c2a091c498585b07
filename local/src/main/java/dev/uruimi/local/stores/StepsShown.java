package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.TaskReport;
import java.time.Duration;
import java.util.function.Consumer;

/** Shows the steps of a store's timeline as they complete. */
public final class StepsShown implements Consumer<Store>, AutoCloseable {

  private final TaskReport report;
  private final String task;
  private int shown;
  private String status = "";

  /**
   * @param shown how many entries of the timeline are old news
   */
  public StepsShown(TaskReport report, String task, int shown) {
    this.report = report;
    this.task = task;
    this.shown = shown;
    report.started(task);
  }

  @Override
  public void accept(Store store) {
    var timeline = store.timeline();
    for (; shown < timeline.size(); shown++) {
      var happening = timeline.get(shown);
      var before = shown == 0 ? store.created() : timeline.get(shown - 1).at();
      report.done(
          happening.step(), happening.took().orElse(Duration.between(before, happening.at())));
    }
    if (!store.status().equals(status)) {
      status = store.status();
      report.said(task, status);
    }
  }

  @Override
  public void close() {
    report.close();
  }
}
