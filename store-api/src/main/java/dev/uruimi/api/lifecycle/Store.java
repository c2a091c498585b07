package dev.uruimi.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.uruimi.api.lifecycle.StoreState.Absent;
import dev.uruimi.api.lifecycle.StoreState.Existing;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreEvent.StoreInstalled;
import dev.uruimi.events.StoreEvent.StoreStepCompleted;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store as its events tell: what a page about it shows.
 *
 * @param created when it was first asked for
 * @param readyAfterMillis from the request of this attempt to its first readiness; null before
 * @param attention why a person has to look, or null
 */
public record Store(
    Existing state,
    Instant created,
    @Nullable Long readyAfterMillis,
    List<TimelineEntry> timeline,
    @Nullable String attention) {

  /** The store after an event; null for one that still nobody asked for. */
  public static @Nullable Store after(@Nullable Store store, EventEnvelope envelope) {
    var state = store == null ? new Absent() : store.state();
    return switch (Lifecycle.evolve(state, envelope.event(), envelope.time())) {
      case Absent _ -> null;
      case Existing next when store == null ->
          new Store(next, envelope.time(), null, Timeline.with(List.of(), envelope, null), null);
      case Existing next -> store.moveTo(next, envelope);
    };
  }

  /** The store with a mark that a person has to look at it. */
  public Store needingAttention(String why) {
    return new Store(state, created, readyAfterMillis, timeline, why);
  }

  @JsonIgnore
  public StoreId id() {
    return state.attempt().storeId();
  }

  @JsonIgnore
  public StoreSpecification specification() {
    return state.attempt().store();
  }

  private Store moveTo(Existing next, EventEnvelope envelope) {
    var entries =
        next.equals(state) && !isLateProgress(envelope)
            ? timeline
            : Timeline.with(timeline, envelope, state.attempt());
    return new Store(next, created, readyAfter(next, envelope.time()), entries, attention);
  }

  private boolean isLateProgress(EventEnvelope envelope) {
    var event = envelope.event();
    return (event instanceof StoreStepCompleted || event instanceof StoreInstalled)
        && event.attempt() == state.attempt().number()
        && state instanceof StoreState.Wanted;
  }

  private @Nullable Long readyAfter(Existing next, Instant at) {
    if (next.attempt().number() != state.attempt().number() && next instanceof StoreState.Wanted) {
      return next.status() == Status.READY ? Long.valueOf(0) : null;
    }
    if (readyAfterMillis == null && next.status() == Status.READY) {
      return Math.max(0, Duration.between(next.attempt().requestedAt(), at).toMillis());
    }
    return readyAfterMillis;
  }
}
