package dev.uruimi.api.login;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Browsers that are logged in, known to every replica. */
@Component
class Sessions {

  /** A use is noted no more often than this. */
  private static final Duration NOTED = Duration.ofMinutes(5);

  /** How long a browser is believed that was known, while the database does not answer. */
  private static final Duration BELIEVED = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final LogInProperties properties;
  private final Map<String, Instant> seen = new ConcurrentHashMap<>();

  Sessions(JdbcClient jdbc, Clock clock, LogInProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.properties = properties;
  }

  /** Logs a browser in under a new id, and forgets those that are logged in no longer. */
  Ticket begin() {
    var now = clock.instant();
    var id = Ticket.random();
    jdbc.sql("delete from log_in_sessions where begun_at <= :oldest or used_at <= :idle")
        .param("oldest", Timestamp.from(now.minus(properties.longest())))
        .param("idle", Timestamp.from(now.minus(properties.idle())))
        .update();
    jdbc.sql("insert into log_in_sessions (id_hash, begun_at, used_at) values (:hash, :now, :now)")
        .param("hash", id.hash())
        .param("now", Timestamp.from(now))
        .update();
    return id;
  }

  /**
   * Whether a browser is logged in. While the database does not answer, or takes no writes, the
   * operator who looks why is believed for a while.
   *
   * @throws DataAccessException when nobody can tell
   */
  boolean holds(Ticket id) {
    var hash = id.hash();
    var now = clock.instant();
    try {
      var used = lastUse(hash, now);
      remember(hash, now, used.isPresent());
      used.filter(last -> last.isBefore(now.minus(NOTED))).ifPresent(_ -> note(hash, now));
      return used.isPresent();
    } catch (DataAccessException e) {
      var last = seen.get(hash);
      if (last == null || last.isBefore(now.minus(BELIEVED))) {
        throw e;
      }
      return true;
    }
  }

  /** Logs a browser out. */
  void end(Ticket id) {
    seen.remove(id.hash());
    jdbc.sql("delete from log_in_sessions where id_hash = :hash").param("hash", id.hash()).update();
  }

  private Optional<Instant> lastUse(String hash, Instant now) {
    return jdbc.sql(
            """
            select used_at from log_in_sessions
            where id_hash = :hash and begun_at > :oldest and used_at > :idle
            """)
        .param("hash", hash)
        .param("oldest", Timestamp.from(now.minus(properties.longest())))
        .param("idle", Timestamp.from(now.minus(properties.idle())))
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  private void note(String hash, Instant now) {
    jdbc.sql("update log_in_sessions set used_at = :now where id_hash = :hash")
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .update();
  }

  private void remember(String hash, Instant now, boolean known) {
    seen.values().removeIf(last -> last.isBefore(now.minus(BELIEVED)));
    if (known) {
      seen.put(hash, now);
    } else {
      seen.remove(hash);
    }
  }
}
