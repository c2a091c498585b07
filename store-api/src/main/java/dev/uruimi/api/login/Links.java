package dev.uruimi.api.login;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that wait to be opened, once each, at any replica. */
@Component
class Links {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final LogInProperties properties;

  Links(JdbcClient jdbc, Clock clock, LogInProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.properties = properties;
  }

  /** What a link holds, and until when it can be opened. */
  record Link(Ticket code, Instant expiresAt) {}

  /** Makes one, and forgets those that nobody opened in time. */
  Link make() {
    var now = clock.instant();
    var link = new Link(Ticket.random(), now.plus(properties.linkLife()));
    jdbc.sql("delete from log_in_links where expires_at <= :now")
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql("insert into log_in_links (code_hash, expires_at) values (:hash, :expiresAt)")
        .param("hash", link.code().hash())
        .param("expiresAt", Timestamp.from(link.expiresAt()))
        .update();
    return link;
  }

  /** Uses one up; false when there is none, or it was used, or it is too old. */
  boolean open(Ticket code) {
    return jdbc.sql(
            """
            update log_in_links set opened_at = :now
            where code_hash = :hash and opened_at is null and expires_at > :now
            returning code_hash
            """)
        .param("hash", code.hash())
        .param("now", Timestamp.from(clock.instant()))
        .query(String.class)
        .optional()
        .isPresent();
  }
}
