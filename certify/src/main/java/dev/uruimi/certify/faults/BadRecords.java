package dev.uruimi.certify.faults;

import dev.uruimi.events.EncodedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Records that cannot be read, and one of a type of a later version, about stores that live. */
record BadRecords() implements Fault {

  private static final List<String> BODIES =
      List.of("{\"storeId\":", "null", "[]", "{\"storeId\":\"../../etc\",\"attempt\":-1}", "");
  private static final List<String> TYPES =
      List.of(
          "dev.uruimi.store.requested.v1",
          "dev.uruimi.store.delete-requested.v1",
          "dev.uruimi.store.deleted.v1",
          "dev.uruimi.store.ready.v1");

  @Override
  public Injection inject(Scene scene) throws IOException, InterruptedException {
    try (var log = new LogWriter(scene.installation().bootstrapServers())) {
      for (var store : scene.readyStores()) {
        log.write(record(store, scene.one(TYPES), scene.one(BODIES)));
        log.write(record(store, "dev.uruimi.store.claimed.v9", "{}"));
      }
    }
    return Injection.OVER;
  }

  private static EncodedEvent record(String store, String type, String body) {
    return new EncodedEvent(
        store,
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            store + "/1/certify",
            "ce_source",
            "/uruimi/certify",
            "ce_type",
            type,
            "ce_subject",
            store,
            "ce_time",
            "2026-01-01T00:00:00Z"),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
