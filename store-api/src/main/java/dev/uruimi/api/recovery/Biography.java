package dev.uruimi.api.recovery;

import dev.uruimi.api.lifecycle.Attempt;
import dev.uruimi.api.lifecycle.Lifecycle;
import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.lifecycle.StoreState.Degraded;
import dev.uruimi.api.lifecycle.StoreState.DeleteFailed;
import dev.uruimi.api.lifecycle.StoreState.Deleted;
import dev.uruimi.api.lifecycle.StoreState.Deleting;
import dev.uruimi.api.lifecycle.StoreState.Failed;
import dev.uruimi.api.lifecycle.StoreState.Provisioning;
import dev.uruimi.api.lifecycle.StoreState.Ready;
import dev.uruimi.api.lifecycle.StoreState.Requested;
import dev.uruimi.api.lifecycle.StoreState.Starting;
import dev.uruimi.events.EventEnvelope;
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
import java.util.List;
import java.util.stream.Stream;

/**
 * The shortest story that leads to where a store is: the request of its attempt, and what it came
 * to.
 */
final class Biography {

  private Biography() {}

  /** The events, with the ids and times they were said with; older attempts are not told again. */
  static List<EventEnvelope> of(Store store) {
    var attempt = store.state().attempt();
    var requested = new StoreRequested(attempt.storeId(), attempt.number(), attempt.store());
    return Stream.of(
            Stream.of(said(requested, attempt.requestedAt())),
            name(attempt).map(event -> said(event, attempt.requestedAt())),
            outcome(store).map(event -> said(event, attempt.movedAt())))
        .flatMap(story -> story)
        .toList();
  }

  /** Only so that the next name gets the next number: the request bears the latest one already. */
  private static Stream<StoreEvent> name(Attempt attempt) {
    return Stream.ofNullable(attempt.renames())
        .map(
            number ->
                new StoreRenamed(
                    attempt.storeId(), attempt.number(), number, attempt.store().name()));
  }

  private static Stream<StoreEvent> outcome(Store store) {
    var attempt = store.state().attempt();
    var id = attempt.storeId();
    var number = attempt.number();
    var revision = revision(store);
    return switch (store.state()) {
      case Requested _ -> Stream.of();
      case Provisioning(_, var step) -> Stream.of(new StoreStepCompleted(id, number, step, 0));
      case Starting _ -> Stream.of(new StoreInstalled(id, number, revision, 0));
      case Ready _ -> Stream.of(new StoreReady(id, number, revision, attempt.epoch()));
      case Degraded(_, var reason) ->
          Stream.of(new StoreDegraded(id, number, revision, attempt.epoch(), reason));
      case Failed(_, var by, var reason) ->
          Stream.of(new StoreFailed(id, number, by, epoch(attempt, by), reason));
      case Deleting _ -> Stream.of(new StoreDeleteRequested(id, number));
      case DeleteFailed(_, var reason) ->
          Stream.of(
              new StoreDeleteRequested(id, number), new StoreDeleteFailed(id, number, reason));
      case Deleted(_, var receipt) ->
          Stream.of(new StoreDeleteRequested(id, number), new StoreDeleted(id, number, receipt));
    };
  }

  /** Only the watcher counts its verdicts. */
  private static long epoch(Attempt attempt, String by) {
    return by.equals("readiness-watcher") ? Math.max(0, attempt.epoch()) : 0;
  }

  /** Of the release as the timeline tells it; 1 when it does not reach back so far. */
  private static int revision(Store store) {
    return store.timeline().stream()
        .filter(entry -> entry.step().equals("installed"))
        .map(entry -> entry.id().substring(entry.id().lastIndexOf('/') + 1))
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(1);
  }

  private static EventEnvelope said(StoreEvent event, Instant at) {
    return EventEnvelope.of(event, Lifecycle.STORE_API, at, null);
  }
}
