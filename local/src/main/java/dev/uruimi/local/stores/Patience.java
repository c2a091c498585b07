package dev.uruimi.local.stores;

import dev.uruimi.local.process.Waiter;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** How long a command waits; an option of those that can. */
final class Patience {

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "PT10M",
      description = "Longest wait, as ISO 8601 has it (default: ${DEFAULT-VALUE}).")
  private Duration timeout = Duration.ZERO;

  /**
   * Shows how a store gets where it should be, and then the store.
   *
   * @param shown how many entries of its timeline are no news
   */
  void show(Output output, StoreApi api, Store store, int shown, Goal goal)
      throws InterruptedException {
    var waiting = new Waiting(api, Clock.systemUTC(), Waiter.REAL, timeout);
    output.showing("store " + store.id(), shown, watcher -> goal.reach(waiting, watcher));
    output.print(api.get(store.id()), api.simulated());
  }

  /** Shows a store that a command was given for: as it is, or, to wait for, how it gets there. */
  void follow(boolean wait, Output output, StoreApi api, Store store, Goal goal)
      throws InterruptedException {
    if (wait) {
      show(output, api, store, store.timeline().size(), goal);
    } else {
      output.print(store, api.simulated());
    }
  }

  /** Waits until the store is there, handing on every change. */
  @FunctionalInterface
  interface Goal {
    void reach(Waiting waiting, Consumer<Store> watcher) throws InterruptedException;
  }
}
