package dev.uruimi.api.lifecycle;

import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of a store's timeline: the latest 200 things that happened. */
final class Timeline {

  private static final int LONGEST = 200;

  private Timeline() {}

  static List<TimelineEntry> with(
      List<TimelineEntry> entries, EventEnvelope envelope, @Nullable Attempt before) {
    if (entries.stream().anyMatch(entry -> entry.id().equals(envelope.id()))) {
      return entries;
    }
    var longer = new ArrayList<>(entries);
    longer.add(entry(envelope, before));
    return List.copyOf(longer.subList(Math.max(0, longer.size() - LONGEST), longer.size()));
  }

  private static TimelineEntry entry(EventEnvelope envelope, @Nullable Attempt before) {
    var event = envelope.event();
    var reason = event instanceof StoreEvent.WithReason with ? with.reason() : null;
    return new TimelineEntry(
        envelope.id(),
        step(event),
        envelope.time(),
        duration(envelope, before == null ? null : before.movedAt()),
        event.attempt(),
        detail(event, before),
        reason == null ? null : reason.code());
  }

  private static @Nullable String detail(StoreEvent event, @Nullable Attempt before) {
    return switch (event) {
      case StoreEvent.WithReason with -> with.reason().sentence();
      case StoreEvent.StoreRenamed renamed -> renamed.name();
      case StoreEvent.StoreRequested requested when before != null -> resize(requested, before);
      default -> null;
    };
  }

  private static @Nullable String resize(StoreEvent.StoreRequested requested, Attempt before) {
    var plan = requested.store().plan();
    var earlier = before.store().plan();
    return plan.equals(earlier) ? null : "Plan %s instead of %s".formatted(plan, earlier);
  }

  private static @Nullable Long duration(EventEnvelope envelope, @Nullable Instant movedAt) {
    return switch (envelope.event()) {
      case StoreEvent.StoreStepCompleted completed -> completed.durationMillis();
      case StoreEvent.StoreInstalled installed -> installed.durationMillis();
      case StoreEvent.StoreDeleted deleted -> deleted.receipt().durationMillis();
      case StoreEvent.StoreReady _ ->
          movedAt == null
              ? null
              : Long.valueOf(Math.max(0, Duration.between(movedAt, envelope.time()).toMillis()));
      default -> null;
    };
  }

  private static String step(StoreEvent event) {
    return switch (event) {
      case StoreEvent.StoreRequested _ -> "requested";
      case StoreEvent.StoreRenamed _ -> "renamed";
      case StoreEvent.StoreStepCompleted completed -> completed.step().label();
      case StoreEvent.StoreInstalled _ -> "installed";
      case StoreEvent.StoreReady _ -> "ready";
      case StoreEvent.StoreDegraded _ -> "degraded";
      case StoreEvent.StoreFailed _ -> "failed";
      case StoreEvent.StoreDeleteRequested _ -> "deleting";
      case StoreEvent.StoreDeleted _ -> "deleted";
      case StoreEvent.StoreDeleteFailed _ -> "delete_failed";
    };
  }
}
