package dev.uruimi.api.replays;

import dev.uruimi.api.history.EventLogs;
import dev.uruimi.api.history.Fold;
import dev.uruimi.api.history.LogReader;
import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.peers.Cleanup;
import dev.uruimi.api.projection.StoreRow;
import dev.uruimi.api.stores.RefusedException;
import dev.uruimi.api.stores.StoreCommands;
import dev.uruimi.api.web.Traceparent;
import dev.uruimi.events.StoreEvent;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks again for stores. The log is read once for all of them, and only the partitions that hold
 * them. Each store's new attempt is a transaction of its own, so that nothing waits behind many.
 */
@Component
class Replaying {

  private final Candidates candidates;
  private final EventLogs logs;
  private final StoreCommands commands;
  private final Cleanup cleanup;
  private final Clock clock;

  Replaying(
      Candidates candidates, EventLogs logs, StoreCommands commands, Cleanup cleanup, Clock clock) {
    this.cleanup = cleanup;
    this.clock = clock;
    this.candidates = candidates;
    this.logs = logs;
    this.commands = commands;
  }

  /** What was done, or would be. */
  ReplayView replay(ReplayWish wish, @Nullable String traceparent) {
    return wish.missing()
        ? replaceMissing(wish, traceparent)
        : replay(wish, new Retrial(), candidates.find(wish, _ -> true), traceparent);
  }

  private ReplayView replaceMissing(ReplayWish wish, @Nullable String traceparent) {
    var replacement = Replacement.of(cleanup, clock.instant());
    return replay(wish, replacement, candidates.find(wish, replacement::mayLack), traceparent);
  }

  private ReplayView replay(
      ReplayWish wish, Asking asking, Candidates.Found found, @Nullable String traceparent) {
    var fold = fold(found);
    var items =
        found.rows().stream()
            .map(row -> judge(row, fold.get(row.id()), asking))
            .map(item -> wish.dryRun() ? item : act(item, asking, traceparent))
            .toList();
    return new ReplayView(wish.dryRun(), items, found.total());
  }

  private Fold fold(Candidates.Found found) {
    var ids = new HashSet<String>();
    var ends = new HashMap<Integer, Long>();
    for (var row : found.rows()) {
      ids.add(row.id());
      var partition = LogReader.partitionOf(row.id());
      ends.put(partition, found.applied().getOrDefault(partition, 0L));
    }
    var fold = Fold.of(ids::contains);
    if (!ids.isEmpty()) {
      try (var log = logs.open()) {
        log.fromBeginning(ends).forEach(stretch -> log.read(stretch, fold));
      }
    }
    return fold;
  }

  private static ReplayView.Item judge(StoreRow row, Fold.Folded folded, Asking asking) {
    var store = row.current();
    var state = store.state();
    var next = asking.next(store);
    return new ReplayView.Item(
        row.id(),
        store.specification().name(),
        state.status().label(),
        state.attempt().number(),
        state.reason() == null ? null : state.reason().code(),
        folded.lastAt(),
        folded.events(),
        Objects.equals(unmarked(row.logged()), folded.store()),
        next == null
            ? "none"
            : next instanceof StoreEvent.StoreDeleteRequested ? "delete-request" : "request",
        next == null ? null : Integer.valueOf(next.attempt()),
        next == null ? "Nothing." : asking.does(store),
        asking.refusal(store));
  }

  private static @Nullable Store unmarked(@Nullable Store store) {
    return store == null
        ? null
        : new Store(
            store.state(), store.created(), store.readyAfterMillis(), store.timeline(), null);
  }

  private ReplayView.Item act(ReplayView.Item item, Asking asking, @Nullable String traceparent) {
    if (item.action().equals("none")) {
      return item;
    }
    try {
      commands.handle(
          new dev.uruimi.events.StoreId(item.id()), asking.command(), Traceparent.of(traceparent));
      return item;
    } catch (RefusedException _) {
      return new ReplayView.Item(
          item.id(),
          item.name(),
          item.status(),
          item.attempt(),
          item.reason(),
          item.lastEventAt(),
          item.eventsInLog(),
          item.consistent(),
          "none",
          null,
          "Nothing.",
          "It moved on meanwhile; look at it again.");
    }
  }
}
