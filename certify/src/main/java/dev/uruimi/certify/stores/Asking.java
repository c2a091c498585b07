package dev.uruimi.certify.stores;

import dev.uruimi.certify.PauseWaiter;
import dev.uruimi.certify.plan.Operation;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks the store API for what the schedule says, and notes what it accepts. A request without an
 * answer is repeated under its idempotency key until it has one.
 */
public final class Asking {

  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Duration AGAIN = Duration.ofMillis(700);

  private final StoreApi api;
  private final Ledger ledger;
  private final String campaign;
  private final String engine;
  private final Clock clock;

  /**
   * @param campaign name of the schedule whose slots these are
   * @param engine what stores are made of
   */
  public Asking(StoreApi api, Ledger ledger, String campaign, String engine, Clock clock) {
    this.api = api;
    this.ledger = ledger;
    this.campaign = campaign;
    this.engine = engine;
    this.clock = clock;
  }

  /** The store in a slot; empty before one was accepted. */
  public Optional<String> storeIn(int slot) {
    return ledger.storeIn(campaign, slot);
  }

  /**
   * Asks and waits for a definite answer.
   *
   * @return the store it was accepted for; empty when it was refused, there is no such store, or no
   *     answer came for minutes: then nothing is owed
   */
  public Optional<String> ask(Operation operation) throws IOException, InterruptedException {
    var store = storeIn(operation.slot()).orElse(null);
    if (operation.kind() == RequestKind.CREATE) {
      return ask(operation, "POST", "/stores", body(operation));
    }
    if (store == null) {
      return Optional.empty();
    }
    return operation.kind() == RequestKind.DELETE
        ? ask(operation, "DELETE", "/stores/" + store, null)
        : ask(operation, "POST", "/stores/" + store + "/retry", null);
  }

  private Map<String, Object> body(Operation operation) {
    var body = new LinkedHashMap<String, Object>();
    body.put("name", "Certify " + campaign + " " + operation.slot());
    body.put("engine", engine);
    if (operation.breaks() != null) {
      body.put("values", Map.of("break", operation.breaks()));
    }
    return body;
  }

  private Optional<String> ask(
      Operation operation, String method, String path, @Nullable Object body)
      throws IOException, InterruptedException {
    var key = UUID.randomUUID().toString();
    var until = clock.instant().plus(LIMIT);
    while (clock.instant().isBefore(until)) {
      var answer = once(method, path, body, key);
      if (answer.isPresent() && answer.get().accepted()) {
        return Optional.of(note(operation, answer.get().body()));
      }
      if (answer.isPresent() && !answer.get().again()) {
        return Optional.empty();
      }
      PauseWaiter.pause(AGAIN);
    }
    return Optional.empty();
  }

  private Optional<Answer> once(String method, String path, @Nullable Object body, String key)
      throws InterruptedException {
    try {
      return Optional.of(api.send(method, path, body, key));
    } catch (IOException e) {
      // the faults bring this about; the key makes a repeat safe
      return Optional.empty();
    }
  }

  private String note(Operation operation, JsonNode store) throws IOException {
    var id = store.path("id").asString();
    Instant now = clock.instant();
    ledger.add(
        new Ledger.Entry(
            campaign,
            operation.slot(),
            new AcceptedRequest(
                id, operation.kind(), store.path("attempt").asInt(1), operation.breaks(), now)));
    return id;
  }
}
