package dev.uruimi.api.lifecycle;

import dev.uruimi.api.lifecycle.Decision.Accepted;
import dev.uruimi.api.lifecycle.Decision.Refused;
import dev.uruimi.api.lifecycle.StoreState.Absent;
import dev.uruimi.api.lifecycle.StoreState.Coming;
import dev.uruimi.api.lifecycle.StoreState.Degraded;
import dev.uruimi.api.lifecycle.StoreState.DeleteFailed;
import dev.uruimi.api.lifecycle.StoreState.Existing;
import dev.uruimi.api.lifecycle.StoreState.Failed;
import dev.uruimi.api.lifecycle.StoreState.Leaving;
import dev.uruimi.api.lifecycle.StoreState.Provisioning;
import dev.uruimi.api.lifecycle.StoreState.Wanted;
import dev.uruimi.events.EvidenceReference;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreDeleteRequested;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreEvent.StoreRenamed;
import dev.uruimi.events.StoreEvent.StoreRequested;
import dev.uruimi.events.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules of a store's life; total over every pair. The table of docs/lifecycle.md is its
 * picture.
 */
public final class Lifecycle {

  /** Who says what this service decides. */
  public static final String STORE_API = "store-api";

  private Lifecycle() {}

  /** What to say in answer to a command. */
  public static Decision decide(StoreState state, Command command) {
    return switch (command) {
      case Command.Request request ->
          state instanceof Absent
              ? Accepted.of(new StoreRequested(request.storeId(), 1, request.store()))
              : new Refused(new Refusal.AlreadyRequested());
      case Command.Retry _ -> retry(state);
      case Command.Replace _ -> replace(state);
      case Command.Change change -> change(state, change);
      case Command.Delete _ -> delete(state);
      case Command.Expire expire -> expire(state, expire);
    };
  }

  /** The state after an event that was said at a time. */
  public static StoreState evolve(StoreState state, StoreEvent event, Instant at) {
    return switch (state) {
      case Absent _ ->
          event instanceof StoreRequested requested
              ? new StoreState.Requested(Attempt.of(requested, at))
              : state;
      case Existing existing -> Evolution.of(existing, event, at);
    };
  }

  private static Decision retry(StoreState state) {
    return switch (state) {
      case Absent _ -> new Refused(new Refusal.NeverRequested());
      case Failed(var attempt, _, _) -> Accepted.of(requestAgain(attempt));
      case Degraded(var attempt, _) -> Accepted.of(requestAgain(attempt));
      case DeleteFailed(var attempt, _) -> Accepted.of(deleteAgain(attempt));
      case Existing other -> new Refused(new Refusal.NothingToRetry(other.status()));
    };
  }

  private static Decision replace(StoreState state) {
    return switch (state) {
      case Absent _ -> new Refused(new Refusal.NeverRequested());
      case Wanted wanted -> Accepted.of(requestAgain(wanted.attempt()));
      case Leaving leaving -> new Refused(new Refusal.NotWanted(leaving.status()));
    };
  }

  private static Decision change(StoreState state, Command.Change change) {
    return switch (state) {
      case Absent _ -> new Refused(new Refusal.NeverRequested());
      case Leaving leaving -> new Refused(new Refusal.NotWanted(leaving.status()));
      case Wanted wanted -> change(wanted, change);
    };
  }

  private static Decision change(Wanted state, Command.Change change) {
    var attempt = state.attempt();
    var events = new ArrayList<StoreEvent>();
    if (change.name() != null && !change.name().equals(attempt.store().name())) {
      var renamed =
          new StoreRenamed(
              attempt.storeId(), attempt.number(), attempt.nextRename(), change.name());
      events.add(renamed);
      attempt = attempt.renamed(renamed);
    }
    if (change.plan() != null && !change.plan().equals(attempt.store().plan())) {
      if (state instanceof Coming) {
        return new Refused(new Refusal.NotResizable(state.status()));
      }
      events.add(
          new StoreRequested(
              attempt.storeId(), attempt.number() + 1, attempt.store().sized(change.plan())));
    }
    return new Accepted(List.copyOf(events));
  }

  private static Decision delete(StoreState state) {
    return switch (state) {
      case Absent _ -> new Refused(new Refusal.NeverRequested());
      case Wanted wanted ->
          Accepted.of(
              new StoreDeleteRequested(wanted.attempt().storeId(), wanted.attempt().number()));
      case DeleteFailed(var attempt, _) -> Accepted.of(deleteAgain(attempt));
      case StoreState.Deleting _, StoreState.Deleted _ -> Accepted.of();
    };
  }

  private static Decision expire(StoreState state, Command.Expire expire) {
    if (!(state instanceof Coming coming)
        || expire.now().isBefore(standingSince(coming, expire).plus(expire.deadline()))) {
      return Accepted.of();
    }
    var attempt = coming.attempt();
    var reason =
        Reason.of(
            ReasonCode.DEADLINE_EXCEEDED,
            Map.of("deadline", expire.deadline().toString(), "step", lastStep(coming)));
    return Accepted.of(failed(attempt.storeId(), attempt.number(), reason));
  }

  private static StoreFailed failed(StoreId id, int attempt, Reason reason) {
    var evidence = EvidenceReference.ofFailure(id, attempt, STORE_API, 0);
    return new StoreFailed(id, attempt, STORE_API, 0, reason.withEvidence(evidence));
  }

  /** Who is not taken up yet waits for those before; who is taken up has only its own time. */
  private static Instant standingSince(Coming coming, Command.Expire expire) {
    var own = coming.attempt().movedAt();
    var queue = expire.queueMovedAt();
    return coming instanceof StoreState.Requested && queue != null && queue.isAfter(own)
        ? queue
        : own;
  }

  private static String lastStep(Coming coming) {
    return coming instanceof Provisioning(_, var step) ? step.label() : coming.status().label();
  }

  private static StoreRequested requestAgain(Attempt attempt) {
    return new StoreRequested(attempt.storeId(), attempt.number() + 1, attempt.store());
  }

  private static StoreDeleteRequested deleteAgain(Attempt attempt) {
    return new StoreDeleteRequested(attempt.storeId(), attempt.number() + 1);
  }
}
