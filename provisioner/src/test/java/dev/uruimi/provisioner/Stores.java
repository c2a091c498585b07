package dev.uruimi.provisioner;

import dev.uruimi.events.StoreEvent.StoreRequested;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.security.SecureRandom;
import java.util.Map;

/** Stores to ask for. */
final class Stores {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Stores() {}

  static StoreId newId() {
    return StoreId.random(RANDOM);
  }

  static StoreRequested request(StoreId id, int attempt, String engine) {
    return request(id, attempt, engine, Map.of());
  }

  static StoreRequested request(
      StoreId id, int attempt, String engine, Map<String, Object> values) {
    var store =
        new StoreSpecification(
            "Ada's \"shop\" ${x} 🛍",
            "owner",
            engine,
            "0.1.0",
            "small",
            values,
            id.host("localhost"),
            "http",
            "default");
    return new StoreRequested(id, attempt, store);
  }
}
