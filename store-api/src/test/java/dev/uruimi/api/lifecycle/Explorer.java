package dev.uruimi.api.lifecycle;

import dev.uruimi.api.lifecycle.Decision.Accepted;
import dev.uruimi.api.lifecycle.StoreState.Absent;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreDegraded;
import dev.uruimi.events.StoreEvent.StoreDeleteFailed;
import dev.uruimi.events.StoreEvent.StoreDeleteRequested;
import dev.uruimi.events.StoreEvent.StoreDeleted;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreEvent.StoreInstalled;
import dev.uruimi.events.StoreEvent.StoreReady;
import dev.uruimi.events.StoreEvent.StoreRenamed;
import dev.uruimi.events.StoreEvent.StoreRequested;
import dev.uruimi.events.StoreEvent.StoreStepCompleted;
import dev.uruimi.events.StoreSpecification;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Every state that any sequence of events can lead to, breadth first. Each event of the alphabet
 * may come in each state, so loss, repetition and any order are all among the sequences. All events
 * bear one time, which makes the states finite.
 */
final class Explorer {

  static final int ATTEMPTS = 3;
  static final int EPOCHS = 2;
  static final int RENAMES = 2;

  /** Every event of the first attempts, with the watcher's first verdicts of each. */
  static final List<StoreEvent> ALPHABET = alphabet();

  /** Everything that can be asked. */
  static final List<Command> COMMANDS =
      List.of(
          new Command.Request(Samples.ID, Samples.SPECIFICATION),
          new Command.Retry(),
          new Command.Replace(),
          new Command.Change("Coffee", null),
          new Command.Change(null, "large"),
          new Command.Change("Coffee", "large"),
          new Command.Delete(),
          new Command.Expire(Samples.NOW, Duration.ZERO, null),
          new Command.Expire(Samples.NOW, Duration.ofDays(1), Samples.NOW));

  private final BiFunction<StoreState, StoreEvent, StoreState> evolve;

  Explorer(BiFunction<StoreState, StoreEvent, StoreState> evolve) {
    this.evolve = evolve;
  }

  /** An explorer of the real rules. */
  static Explorer ofTheRules() {
    return new Explorer((state, event) -> Lifecycle.evolve(state, event, Samples.THEN));
  }

  StoreState evolve(StoreState state, StoreEvent event) {
    return evolve.apply(state, event);
  }

  Set<StoreState> states() {
    var seen = new LinkedHashSet<StoreState>(Set.of(new Absent()));
    var open = new ArrayDeque<StoreState>(seen);
    while (!open.isEmpty()) {
      var state = open.remove();
      for (var event : ALPHABET) {
        var next = evolve(state, event);
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return seen;
  }

  /** What the rules say to a command; none when it is refused. */
  static List<StoreEvent> said(StoreState state, Command command) {
    return Lifecycle.decide(state, command) instanceof Accepted(var events) ? events : List.of();
  }

  private static List<StoreEvent> alphabet() {
    var events = new ArrayList<StoreEvent>();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      events.add(new StoreRequested(Samples.ID, attempt, specification(attempt)));
      for (int number = 1; number <= RENAMES; number++) {
        events.add(new StoreRenamed(Samples.ID, attempt, number, "Name " + number));
      }
      for (var step : Step.values()) {
        events.add(new StoreStepCompleted(Samples.ID, attempt, step, 1));
      }
      events.add(new StoreInstalled(Samples.ID, attempt, 1, 1));
      events.add(new StoreFailed(Samples.ID, attempt, "provisioner", 0, reason("provisioner")));
      events.add(new StoreFailed(Samples.ID, attempt, Lifecycle.STORE_API, 0, reason("store-api")));
      for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        events.add(new StoreReady(Samples.ID, attempt, 1, epoch));
        events.add(new StoreDegraded(Samples.ID, attempt, 1, epoch, reason("watcher")));
        events.add(
            new StoreFailed(Samples.ID, attempt, "readiness-watcher", epoch, reason("watcher")));
      }
      events.add(new StoreDeleteRequested(Samples.ID, attempt));
      events.add(new StoreDeleteFailed(Samples.ID, attempt, reason("cleanup")));
      events.add(new StoreDeleted(Samples.ID, attempt, Samples.RECEIPT));
    }
    return List.copyOf(events);
  }

  /** The second attempt is one of another plan. */
  private static StoreSpecification specification(int attempt) {
    return attempt == 2 ? Samples.SPECIFICATION.sized("medium") : Samples.SPECIFICATION;
  }

  private static Reason reason(String by) {
    return Reason.of(ReasonCode.HELM_FAILED, Map.of("message", "said by " + by));
  }
}
