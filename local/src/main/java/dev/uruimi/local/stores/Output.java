package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.TaskReport;
import dev.uruimi.local.terminal.Terminal;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a command answers; an option of each of them. */
public final class Output {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Option(names = "--json", description = "Answer with JSON, for programs.")
  private boolean json;

  private final Terminal terminal = Terminal.of(System.getenv(), System.out);

  /** Whether a program reads the answer. */
  public boolean json() {
    return json;
  }

  /** Where lines for a person go. */
  public Terminal terminal() {
    return terminal;
  }

  /** A value as JSON. */
  public void print(Object value) {
    terminal.line(JSON.writeValueAsString(value));
  }

  /**
   * The store as JSON, or as lines for a person.
   *
   * @param simulated whether the platform is; then it is said
   */
  void print(Store store, boolean simulated) {
    if (json) {
      print(simulated ? store.withSimulated() : store.json());
    } else {
      StoreText.of(store, terminal).forEach(terminal::line);
      tell(simulated);
    }
  }

  /** Says to a person that pods are simulated. */
  void tell(boolean simulated) {
    if (simulated && !json) {
      terminal.line(Simulation.LABEL);
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
