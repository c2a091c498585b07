package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.TaskReport;
import dev.uruimi.local.terminal.Terminal;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a store command answers; an option of each of them. */
final class Output {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Option(names = "--json", description = "Answer with JSON, for programs.")
  private boolean json;

  private final Terminal terminal = Terminal.of(System.getenv(), System.out);

  boolean json() {
    return json;
  }

  Terminal terminal() {
    return terminal;
  }

  void print(Object value) {
    terminal.line(JSON.writeValueAsString(value));
  }

  /** The store as JSON, or as lines for a person. */
  void print(Store store) {
    if (json) {
      print(store.json());
    } else {
      StoreText.of(store, terminal).forEach(terminal::line);
    }
  }

  /** Shows steps to a person; nothing to a program. */
  void showing(String task, int shown, Wait wait) throws InterruptedException {
    if (json) {
      wait.until(store -> {});
      return;
    }
    try (var report = TaskReport.on(terminal, Clock.systemUTC());
        var steps = new StepsShown(report, task, shown)) {
      wait.until(steps);
    }
  }

  /** Waits, handing on every change. */
  @FunctionalInterface
  interface Wait {
    void until(Consumer<Store> watcher) throws InterruptedException;
  }
}
