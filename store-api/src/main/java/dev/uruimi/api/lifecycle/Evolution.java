package dev.uruimi.api.lifecycle;

import dev.uruimi.api.lifecycle.StoreState.Degraded;
import dev.uruimi.api.lifecycle.StoreState.DeleteFailed;
import dev.uruimi.api.lifecycle.StoreState.Deleted;
import dev.uruimi.api.lifecycle.StoreState.Deleting;
import dev.uruimi.api.lifecycle.StoreState.Existing;
import dev.uruimi.api.lifecycle.StoreState.Failed;
import dev.uruimi.api.lifecycle.StoreState.Leaving;
import dev.uruimi.api.lifecycle.StoreState.Provisioning;
import dev.uruimi.api.lifecycle.StoreState.Ready;
import dev.uruimi.api.lifecycle.StoreState.Requested;
import dev.uruimi.api.lifecycle.StoreState.Starting;
import dev.uruimi.api.lifecycle.StoreState.Wanted;
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
import java.time.Instant;

/** How an existing store changes with an event. Repeats and late events change nothing. */
final class Evolution {

  private Evolution() {}

  static Existing of(Existing state, StoreEvent event, Instant at) {
    var older = event.attempt() < state.attempt().number();
    if (state instanceof Deleted || (older && !(event instanceof StoreDeleted))) {
      return state;
    }
    return switch (state) {
      case Wanted wanted -> wanted(wanted, event, at);
      case Leaving leaving -> leaving(leaving, event, at);
    };
  }

  private static Existing wanted(Wanted state, StoreEvent event, Instant at) {
    var attempt = state.attempt().atLeast(event.attempt(), at);
    // an event of a newer attempt implies that the attempt was asked for
    var current = attempt.equals(state.attempt()) ? state : new Requested(attempt);
    return switch (event) {
      case StoreRequested requested ->
          current.equals(state) ? state : new Requested(Attempt.of(requested, at));
      case StoreRenamed renamed -> with(attempt.renamed(renamed), current);
      case StoreStepCompleted completed -> stepped(current, completed, at);
      case StoreInstalled _ ->
          current instanceof Requested || current instanceof Provisioning
              ? new Starting(attempt.moved(at))
              : current;
      case StoreReady ready ->
          ready.epoch() > attempt.epoch() ? new Ready(attempt.judged(ready.epoch(), at)) : current;
      case StoreDegraded degraded ->
          degraded.epoch() > attempt.epoch()
              ? new Degraded(attempt.judged(degraded.epoch(), at), degraded.reason())
              : current;
      case StoreFailed failed -> failed(current, failed, at);
      case StoreDeleteRequested _ -> new Deleting(attempt.moved(at));
      case StoreDeleteFailed failed -> new DeleteFailed(attempt.moved(at), failed.reason());
      case StoreDeleted deleted -> new Deleted(attempt.moved(at), deleted.receipt());
    };
  }

  private static Wanted with(Attempt attempt, Wanted state) {
    return switch (state) {
      case Requested _ -> new Requested(attempt);
      case Provisioning(_, var step) -> new Provisioning(attempt, step);
      case Starting _ -> new Starting(attempt);
      case Ready _ -> new Ready(attempt);
      case Degraded(_, var reason) -> new Degraded(attempt, reason);
      case Failed(_, var by, var reason) -> new Failed(attempt, by, reason);
    };
  }

  private static Existing stepped(Wanted state, StoreStepCompleted event, Instant at) {
    var further =
        state instanceof Requested
            || (state instanceof Provisioning(_, var step) && event.step().compareTo(step) > 0);
    return further ? new Provisioning(state.attempt().moved(at), event.step()) : state;
  }

  /**
   * A verdict of the watcher counts when it is newer; the others only before the shop was ready.
   */
  private static Existing failed(Wanted state, StoreFailed event, Instant at) {
    var attempt = state.attempt();
    if (event.epoch() > 0) {
      return event.epoch() > attempt.epoch()
          ? new Failed(attempt.judged(event.epoch(), at), event.by(), event.reason())
          : state;
    }
    var counts =
        switch (state) {
          case StoreState.Coming _ -> true;
          // the deadline is the least of reasons: a service that knows the cause replaces it
          case Failed(_, var by, _) ->
              by.equals(Lifecycle.STORE_API) && !event.by().equals(Lifecycle.STORE_API);
          case Ready _, Degraded _ -> false;
        };
    return counts ? new Failed(attempt.moved(at), event.by(), event.reason()) : state;
  }

  private static Existing leaving(Leaving state, StoreEvent event, Instant at) {
    var attempt = state.attempt().atLeast(event.attempt(), at).moved(at);
    var newer = event.attempt() > state.attempt().number();
    return switch (event) {
      case StoreDeleteRequested _ -> newer ? new Deleting(attempt) : state;
      case StoreDeleteFailed failed -> new DeleteFailed(attempt, failed.reason());
      // gone is gone, whichever attempt saw it
      case StoreDeleted deleted -> new Deleted(attempt, deleted.receipt());
      case StoreRequested _,
          StoreRenamed _,
          StoreStepCompleted _,
          StoreInstalled _,
          StoreReady _,
          StoreDegraded _,
          StoreFailed _ ->
          state;
    };
  }
}
