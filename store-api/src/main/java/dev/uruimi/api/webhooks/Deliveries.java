package dev.uruimi.api.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The deliveries of all webhooks. An attempt is claimed for a time; one whose claim ran out may be
 * made by anybody, and the count of attempts tells who is late.
 */
@Component
class Deliveries {

  private final JdbcClient jdbc;

  Deliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds a delivery for every webhook that wants the event and was there when it was said; those
   * that are there already stay as they are. Webhooks are held, so that none goes meanwhile.
   *
   * @return how many are new
   */
  int add(Notice notice, Instant now) {
    return jdbc.sql(
            """
            insert into webhook_deliveries
              (id, webhook_id, event_id, event_type, store_id, occurred, body, due_at)
            select
              'msg_' || left(encode(sha256(convert_to(:eventId || ' ' || id, 'UTF8')), 'hex'), 32),
              id, :eventId, :eventType, :storeId, :occurred, :body, :now
            from webhooks
            where created <= :occurred and disabled is null and :event = any(events)
            for key share
            on conflict (id) do nothing
            """)
        .param("event", notice.event().label())
        .param("eventId", notice.eventId())
        .param("eventType", notice.event().type())
        .param("storeId", notice.storeId())
        .param("occurred", Timestamp.from(notice.occurred()))
        .param("body", notice.body())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Ids of webhooks of which a delivery is due and nobody's. */
  List<String> webhooksWithDue(Instant now) {
    return jdbc.sql(
            """
            select distinct webhook_id from webhook_deliveries
            where status = 'pending' and due_at <= :now
              and (claimed_until is null or claimed_until <= :now)
            """)
        .param("now", Timestamp.from(now))
        .query(String.class)
        .list();
  }

  /** Claims attempts for a time, those that wait longest first; they count from now on. */
  List<Delivery> claim(String webhookId, int most, Instant now, Duration time) {
    return jdbc.sql(
            """
            update webhook_deliveries
            set attempts = attempts + 1, attempted_at = :now, claimed_until = :until
            where id = any(array(
              select id from webhook_deliveries
              where webhook_id = :webhook and status = 'pending' and due_at <= :now
                and (claimed_until is null or claimed_until <= :now)
              order by due_at, seq limit :most for update skip locked))
            returning *
            """)
        .param("webhook", webhookId)
        .param("most", most)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(time)))
        .query(Deliveries::delivery)
        .list();
  }

  /** Ends a claimed attempt; nothing when another one has begun since, or the delivery is gone. */
  void settle(Delivery claimed, DeliveryStatus status, Instant due, Outcome outcome) {
    jdbc.sql(
            """
            update webhook_deliveries
            set status = :status, due_at = :due, claimed_until = null,
              answer = :answer, error = :error
            where id = :id and attempts = :attempts and status = 'pending'
            """)
        .param("id", claimed.id())
        .param("attempts", claimed.attempts())
        .param("status", status.label())
        .param("due", Timestamp.from(due))
        .param("answer", outcome.answer(), Types.INTEGER)
        .param("error", outcome.error(), Types.VARCHAR)
        .update();
  }

  /** Gives up what is pending of a webhook. */
  void giveUp(String webhookId, String error) {
    jdbc.sql(
            """
            update webhook_deliveries set status = 'failed', claimed_until = null, error = :error
            where webhook_id = :webhook and status = 'pending'
            """)
        .param("webhook", webhookId)
        .param("error", error)
        .update();
  }

  /**
   * Makes a delivery due, with all its attempts before it.
   *
   * @return false while an attempt is under way
   */
  boolean renew(String id, Instant now) {
    return jdbc.sql(
                """
                update webhook_deliveries
                set status = 'pending', due_at = :now, claimed_until = null,
                  earlier_attempts = attempts
                where id = :id and (claimed_until is null or claimed_until <= :now)
                """)
            .param("id", id)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  Optional<Delivery> find(String webhookId, String id) {
    return jdbc.sql("select * from webhook_deliveries where id = :id and webhook_id = :webhook")
        .param("id", id)
        .param("webhook", webhookId)
        .query(Deliveries::delivery)
        .optional();
  }

  /**
   * The deliveries of a webhook, the newest first.
   *
   * @param before those recorded before that one; null for the newest
   */
  List<Delivery> list(String webhookId, @Nullable Long before, int limit) {
    return jdbc.sql(
            """
            select * from webhook_deliveries where webhook_id = :webhook and seq < :before
            order by seq desc limit :limit
            """)
        .param("webhook", webhookId)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("limit", limit)
        .query(Deliveries::delivery)
        .list();
  }

  /** Forgets those of events that were said before a time. */
  int prune(Instant before) {
    return jdbc.sql("delete from webhook_deliveries where occurred < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    var attempted = row.getTimestamp("attempted_at");
    return new Delivery(
        row.getLong("seq"),
        row.getString("id"),
        row.getString("webhook_id"),
        row.getString("event_id"),
        row.getString("event_type"),
        row.getString("store_id"),
        row.getTimestamp("occurred").toInstant(),
        row.getString("body"),
        DeliveryStatus.of(row.getString("status")),
        row.getInt("attempts"),
        row.getInt("earlier_attempts"),
        row.getTimestamp("due_at").toInstant(),
        attempted == null ? null : attempted.toInstant(),
        row.getObject("answer", Integer.class),
        row.getString("error"));
  }
}
