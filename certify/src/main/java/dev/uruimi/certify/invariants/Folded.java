package dev.uruimi.certify.invariants;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the log says that a store is. The oracle of the projection: written from the tables in
 * docs/lifecycle.md, not from store-api's code.
 *
 * @param epoch the newest verdict of the watcher in this attempt, -1 before the first
 * @param reason code of why it is not as it should be, or null
 * @param by who said that it failed, or null
 */
record Folded(
    String status, int attempt, long epoch, @Nullable String reason, @Nullable String by) {

  /** A store that nobody asked for. */
  static final Folded ABSENT = new Folded("absent", 0, -1, null, null);

  private static final Set<String> LEAVING = Set.of("deleting", "delete_failed");
  private static final Set<String> BEFORE_READY = Set.of("requested", "provisioning", "starting");

  Folded after(StoreEvent event) {
    if (status.equals("absent")) {
      return event instanceof StoreRequested ? requested(event.attempt()) : this;
    }
    if (status.equals("deleted")
        || (event.attempt() < attempt && !(event instanceof StoreDeleted))) {
      return this;
    }
    if (LEAVING.contains(status)) {
      return leaving(event);
    }
    return (event.attempt() > attempt ? requested(event.attempt()) : this).wanted(event);
  }

  private Folded leaving(StoreEvent event) {
    var newest = Math.max(attempt, event.attempt());
    return switch (event) {
      case StoreDeleted _ -> new Folded("deleted", newest, epoch, null, null);
      case StoreDeleteFailed failed ->
          new Folded("delete_failed", newest, epoch, failed.reason().code(), null);
      case StoreDeleteRequested _ when event.attempt() > attempt ->
          new Folded("deleting", newest, epoch, null, null);
      default -> new Folded(status, newest, epoch, reason, by);
    };
  }

  private Folded wanted(StoreEvent event) {
    return switch (event) {
      case StoreRequested _, StoreRenamed _ -> this;
      case StoreStepCompleted _ -> status.equals("requested") ? to("provisioning") : this;
      case StoreInstalled _ ->
          status.equals("requested") || status.equals("provisioning") ? to("starting") : this;
      case StoreReady ready -> judged("ready", ready.epoch(), null, null);
      case StoreDegraded degraded ->
          judged("degraded", degraded.epoch(), degraded.reason().code(), null);
      case StoreFailed failed when failed.epoch() > 0 ->
          judged("failed", failed.epoch(), failed.reason().code(), failed.by());
      case StoreFailed failed ->
          counts(failed)
              ? new Folded("failed", attempt, epoch, failed.reason().code(), failed.by())
              : this;
      case StoreDeleteRequested _ -> to("deleting");
      case StoreDeleteFailed failed ->
          new Folded("delete_failed", attempt, epoch, failed.reason().code(), null);
      case StoreDeleted _ -> to("deleted");
    };
  }

  /** Before the shop was ready; the deadline's reason gives way to one of who knows. */
  private boolean counts(StoreFailed failed) {
    return BEFORE_READY.contains(status)
        || (status.equals("failed") && "store-api".equals(by) && !failed.by().equals("store-api"));
  }

  private Folded judged(String next, long verdict, @Nullable String reason, @Nullable String by) {
    return verdict > epoch ? new Folded(next, attempt, verdict, reason, by) : this;
  }

  private Folded to(String next) {
    return new Folded(next, attempt, epoch, null, null);
  }

  private static Folded requested(int attempt) {
    return new Folded("requested", attempt, -1, null, null);
  }
}
