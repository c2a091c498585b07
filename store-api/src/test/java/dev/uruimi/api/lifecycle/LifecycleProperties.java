package dev.uruimi.api.lifecycle;

import dev.uruimi.api.lifecycle.StoreState.Coming;
import dev.uruimi.api.lifecycle.StoreState.Deleted;
import dev.uruimi.api.lifecycle.StoreState.Existing;
import dev.uruimi.api.lifecycle.StoreState.Leaving;
import dev.uruimi.api.lifecycle.StoreState.Provisioning;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreDegraded;
import dev.uruimi.events.StoreEvent.StoreDeleted;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreEvent.StoreReady;
import dev.uruimi.events.StoreEvent.StoreRenamed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What must hold of every step from a state by an event to the next state. */
final class LifecycleProperties {

  /** One step of a store's life. */
  record Transition(StoreState from, StoreEvent event, StoreState to) {
    boolean changes() {
      return !from.equals(to);
    }
  }

  /** Holds of a transition or not. */
  @FunctionalInterface
  interface Property {
    boolean holds(Transition transition);
  }

  /** By sentence. */
  static final Map<String, Property> ALL = all();

  private LifecycleProperties() {}

  private static Map<String, Property> all() {
    var all = new LinkedHashMap<String, Property>();
    all.put("every pair has an answer", step -> step.to() != null);
    all.put(
        "nothing brings a leaving store back",
        step -> !(step.from() instanceof Leaving) || step.to() instanceof Leaving);
    all.put("gone is gone", step -> !(step.from() instanceof Deleted) || !step.changes());
    all.put(
        "an older attempt changes nothing",
        step -> !isOlder(step) || step.event() instanceof StoreDeleted || !step.changes());
    all.put("a verdict that is not newer changes nothing", LifecycleProperties::ignoresOldVerdicts);
    all.put("attempts, verdicts and names only count up", LifecycleProperties::countsUp);
    all.put("a name neither moves a store nor changes its plan", LifecycleProperties::onlyNames);
    all.put("progress within an attempt never goes back", LifecycleProperties::progresses);
    return all;
  }

  private static boolean isOlder(Transition step) {
    return step.from() instanceof Existing state
        && step.event().attempt() < state.attempt().number();
  }

  private static boolean ignoresOldVerdicts(Transition step) {
    if (!(step.from() instanceof Existing state)
        || step.event().attempt() != state.attempt().number()) {
      return true;
    }
    var epoch = epoch(step.event());
    return epoch.isEmpty() || epoch.getAsLong() > state.attempt().epoch() || !step.changes();
  }

  private static OptionalLong epoch(StoreEvent event) {
    return switch (event) {
      case StoreReady ready -> OptionalLong.of(ready.epoch());
      case StoreDegraded degraded -> OptionalLong.of(degraded.epoch());
      case StoreFailed failed when failed.epoch() > 0 -> OptionalLong.of(failed.epoch());
      default -> OptionalLong.empty();
    };
  }

  private static boolean countsUp(Transition step) {
    if (!(step.from() instanceof Existing from)) {
      return true;
    }
    var before = from.attempt();
    return step.to() instanceof Existing to
        && (to.attempt().number() > before.number()
            || (to.attempt().number() == before.number()
                && to.attempt().epoch() >= before.epoch()
                && to.attempt().nextRename() >= before.nextRename()));
  }

  private static boolean onlyNames(Transition step) {
    return !(step.event() instanceof StoreRenamed renamed)
        || !(step.from() instanceof Existing from)
        || !(step.to() instanceof Existing to)
        || renamed.attempt() > from.attempt().number()
        || (from.getClass().equals(to.getClass())
            && from.attempt().movedAt().equals(to.attempt().movedAt())
            && from.attempt().store().plan().equals(to.attempt().store().plan()));
  }

  private static boolean progresses(Transition step) {
    var same =
        step.from() instanceof Existing from
            && step.to() instanceof Existing to
            && from.attempt().number() == to.attempt().number();
    return !same || !(step.to() instanceof Coming) || progress(step.from()) <= progress(step.to());
  }

  /** How far a store that comes has got; what came to an end does not come any more. */
  private static int progress(StoreState state) {
    return switch (state) {
      case StoreState.Absent _ -> -1;
      case StoreState.Requested _ -> 0;
      case Provisioning(_, var step) -> 1 + step.ordinal();
      case StoreState.Starting _ -> 100;
      case Existing _ -> Integer.MAX_VALUE;
    };
  }
}
