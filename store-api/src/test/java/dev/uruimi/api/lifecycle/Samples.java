package dev.uruimi.api.lifecycle;

import dev.uruimi.api.lifecycle.StoreState.Degraded;
import dev.uruimi.api.lifecycle.StoreState.DeleteFailed;
import dev.uruimi.api.lifecycle.StoreState.Deleted;
import dev.uruimi.api.lifecycle.StoreState.Deleting;
import dev.uruimi.api.lifecycle.StoreState.Existing;
import dev.uruimi.api.lifecycle.StoreState.Failed;
import dev.uruimi.api.lifecycle.StoreState.Provisioning;
import dev.uruimi.api.lifecycle.StoreState.Ready;
import dev.uruimi.api.lifecycle.StoreState.Requested;
import dev.uruimi.api.lifecycle.StoreState.Starting;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.Receipt;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** States and events of one store in its third attempt. */
final class Samples {

  static final int ATTEMPT = 3;
  static final long EPOCH = 5;
  static final Instant THEN = Instant.parse("2026-01-01T10:00:00Z");
  static final Instant NOW = THEN.plusSeconds(60);
  static final StoreId ID = new StoreId("k7m2p9x4qd");
  static final StoreSpecification SPECIFICATION =
      new StoreSpecification(
          "Tea", "local", "medusa", "1.0.0", "small", Map.of(), "h.localhost", "http", "default");
  static final Reason REASON = Reason.of(ReasonCode.HELM_FAILED, Map.of("message", "no"));
  static final Receipt RECEIPT = new Receipt(Map.of("Pod", 2), 100, NOW);

  private Samples() {}

  static Attempt attempt() {
    return new Attempt(ID, SPECIFICATION, ATTEMPT, THEN, THEN, EPOCH, null);
  }

  static List<Existing> states() {
    return List.of(
        new Requested(attempt()),
        new Provisioning(attempt(), Step.NAMESPACE),
        new Starting(attempt()),
        new Ready(attempt()),
        new Degraded(attempt(), REASON),
        new Failed(attempt(), "store-api", REASON),
        new Deleting(attempt()),
        new DeleteFailed(attempt(), REASON),
        new Deleted(attempt(), RECEIPT));
  }

  static Existing state(Status status) {
    return states().stream().filter(s -> s.status() == status).findFirst().orElseThrow();
  }

  /** The events of the table's columns, by column. */
  static Map<String, StoreEvent> events(int attempt) {
    var events = new LinkedHashMap<String, StoreEvent>();
    events.put("requested (next)", new StoreEvent.StoreRequested(ID, attempt + 1, SPECIFICATION));
    events.put("renamed", new StoreEvent.StoreRenamed(ID, attempt, 1, "Coffee"));
    events.put(
        "step completed", new StoreEvent.StoreStepCompleted(ID, attempt, Step.GUARDRAILS, 10));
    events.put("installed", new StoreEvent.StoreInstalled(ID, attempt, 1, 10));
    events.put("ready", new StoreEvent.StoreReady(ID, attempt, 1, EPOCH + 1));
    events.put("degraded", new StoreEvent.StoreDegraded(ID, attempt, 1, EPOCH + 1, REASON));
    events.put(
        "failed (watcher)",
        new StoreEvent.StoreFailed(ID, attempt, "readiness-watcher", EPOCH + 1, REASON));
    events.put(
        "failed (provisioner)", new StoreEvent.StoreFailed(ID, attempt, "provisioner", 0, REASON));
    events.put(
        "failed (store-api)", new StoreEvent.StoreFailed(ID, attempt, "store-api", 0, REASON));
    events.put("delete requested", new StoreEvent.StoreDeleteRequested(ID, attempt));
    events.put("delete requested (next)", new StoreEvent.StoreDeleteRequested(ID, attempt + 1));
    events.put("delete failed", new StoreEvent.StoreDeleteFailed(ID, attempt, REASON));
    events.put("deleted", new StoreEvent.StoreDeleted(ID, attempt, RECEIPT));
    return events;
  }

  static String name(StoreState state) {
    return state instanceof Existing existing ? existing.status().label() : "absent";
  }
}
