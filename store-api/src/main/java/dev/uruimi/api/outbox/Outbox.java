package dev.uruimi.api.outbox;

import dev.uruimi.events.EncodedEvent;
import dev.uruimi.events.EventCodec;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.ReadEvent;
import dev.uruimi.events.StoreId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * What this API has said and not read back from the log yet. A row goes in with the store's row in
 * one transaction and goes when the projection applies the event.
 */
@Component
public class Outbox {

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final EventCodec codec = new EventCodec();
  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Says an event. One that was said already is not said again. */
  public void add(EventEnvelope envelope) {
    var encoded = codec.encode(envelope);
    jdbc.sql(
            """
            insert into outbox (id, store_id, headers, body)
            values (:id, :storeId, cast(:headers as json), :body)
            on conflict (id) do nothing
            """)
        .param("id", envelope.id())
        .param("storeId", encoded.key())
        .param("headers", EventCodec.JSON.writeValueAsString(encoded.headers()))
        .param("body", new String(encoded.body(), StandardCharsets.UTF_8))
        .update();
  }

  /** What the log does not hold yet of a store, in the order it was said. */
  public List<EventEnvelope> of(StoreId id) {
    return jdbc
        .sql(
            "select seq, id, store_id, headers, body from outbox where store_id = :id order by seq")
        .param("id", id.value())
        .query(OutboxRow.class)
        .stream()
        .flatMap(this::decode)
        .toList();
  }

  /** The log holds it. */
  public void remove(String eventId) {
    jdbc.sql("delete from outbox where id = :id").param("id", eventId).update();
  }

  List<OutboxRow> unpublished(int atMost) {
    return jdbc.sql(
            """
            select seq, id, store_id, headers, body from outbox
            where published_at is null order by seq limit :atMost
            """)
        .param("atMost", atMost)
        .query(OutboxRow.class)
        .list();
  }

  void published(OutboxRow row, Instant at) {
    jdbc.sql("update outbox set published_at = :at where seq = :seq")
        .param("at", Timestamp.from(at))
        .param("seq", row.seq())
        .update();
  }

  static EncodedEvent encoded(OutboxRow row) {
    return new EncodedEvent(
        row.storeId(),
        EventCodec.JSON.readValue(row.headers(), HEADERS),
        row.body().getBytes(StandardCharsets.UTF_8));
  }

  private Stream<EventEnvelope> decode(OutboxRow row) {
    var encoded = encoded(row);
    return codec.decode(encoded.headers(), encoded.body()) instanceof ReadEvent.Known known
        ? Stream.of(known.envelope())
        : Stream.empty();
  }
}
