package dev.uruimi.api.idempotency;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers given, by key. */
@Component
class Answers {

  /** An answer with the hash of the body it was given to. */
  record Kept(String bodyHash, int status, String location, @Nullable String tag, String body) {
    Answer answer() {
      return new Answer(status, location, tag, body);
    }
  }

  private final JdbcClient jdbc;

  Answers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Holds the key until the transaction ends; false when another request holds it. */
  boolean hold(KeyScope scope) {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:scope, 0))")
        .param("scope", scope.toString())
        .query(Boolean.class)
        .single();
  }

  Optional<Kept> find(KeyScope scope, Instant since) {
    return scoped(
            """
            select body_hash, status, location, tag, body from idempotency_keys
            where caller = :caller and method = :method and path = :path and key = :key
              and created > :since
            """,
            scope)
        .param("since", Timestamp.from(since))
        .query(Kept.class)
        .optional();
  }

  void keep(KeyScope scope, Kept kept, Instant now) {
    scoped(
            """
            insert into idempotency_keys
              (caller, method, path, key, body_hash, status, location, tag, body, created)
            values (:caller, :method, :path, :key, :hash, :status, :location, :tag, :body, :now)
            on conflict (caller, method, path, key) do update set body_hash = :hash,
              status = :status, location = :location, tag = :tag, body = :body, created = :now
            """,
            scope)
        .param("hash", kept.bodyHash())
        .param("status", kept.status())
        .param("location", kept.location())
        .param("tag", kept.tag(), Types.VARCHAR)
        .param("body", kept.body())
        .param("now", Timestamp.from(now))
        .update();
  }

  int forgetBefore(Instant time) {
    return jdbc.sql("delete from idempotency_keys where created <= :time")
        .param("time", Timestamp.from(time))
        .update();
  }

  private JdbcClient.StatementSpec scoped(String sql, KeyScope scope) {
    return jdbc.sql(sql)
        .param("caller", scope.caller())
        .param("method", scope.method())
        .param("path", scope.path())
        .param("key", scope.key());
  }
}
