package dev.uruimi.api.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The webhooks. */
@Component
class Webhooks {

  private final JdbcClient jdbc;

  Webhooks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of them, the oldest first. */
  List<Webhook> all() {
    return jdbc.sql("select * from webhooks order by created, id").query(Webhooks::webhook).list();
  }

  Optional<Webhook> find(String id) {
    return jdbc.sql("select * from webhooks where id = :id")
        .param("id", id)
        .query(Webhooks::webhook)
        .optional();
  }

  /** How many there are; nobody adds or removes one until the transaction ends. */
  int countAlone() {
    jdbc.sql("lock table webhooks in share row exclusive mode").update();
    return jdbc.sql("select count(*) from webhooks").query(Integer.class).single();
  }

  void add(Webhook webhook) {
    jdbc.sql(
            """
            insert into webhooks (id, url, events, description, sealed_secret, created)
            values (:id, :url, string_to_array(:events, ','), :description, :secret, :created)
            """)
        .param("id", webhook.id())
        .param("url", webhook.url())
        .param(
            "events",
            webhook.events().stream().map(WebhookEvent::label).collect(Collectors.joining(",")))
        .param("description", webhook.description(), Types.VARCHAR)
        .param("secret", webhook.sealedSecret())
        .param("created", Timestamp.from(webhook.created()))
        .update();
  }

  /** With its deliveries. */
  void remove(String id) {
    jdbc.sql("delete from webhooks where id = :id").param("id", id).update();
  }

  void disable(String id, Instant at) {
    jdbc.sql("update webhooks set disabled = :at where id = :id")
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  private static Webhook webhook(ResultSet row, int number) throws SQLException {
    var disabled = row.getTimestamp("disabled");
    return new Webhook(
        row.getString("id"),
        row.getString("url"),
        Arrays.stream((String[]) row.getArray("events").getArray())
            .map(label -> WebhookEvent.of(label).orElseThrow())
            .toList(),
        row.getString("description"),
        row.getBytes("sealed_secret"),
        row.getTimestamp("created").toInstant(),
        disabled == null ? null : disabled.toInstant());
  }
}
