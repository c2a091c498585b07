package dev.uruimi.api.leases;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leases in Postgres. A holder is this process; a lease it does not renew falls to another. */
@Component
public class Leases {

  private final String holder = UUID.randomUUID().toString();
  private final JdbcClient jdbc;
  private final Clock clock;

  Leases(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Takes or renews a lease.
   *
   * @return whether this process holds it for the duration from now
   */
  public boolean hold(String name, Duration duration) {
    var now = clock.instant();
    return jdbc.sql(
                """
                insert into leases (name, holder, expires_at) values (:name, :holder, :until)
                on conflict (name) do update set holder = :holder, expires_at = :until
                where leases.holder = :holder or leases.expires_at < :now
                """)
            .param("name", name)
            .param("holder", holder)
            .param("until", Timestamp.from(now.plus(duration)))
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Whether anybody holds a lease now. */
  public boolean isHeld(String name) {
    return jdbc.sql("select count(*) from leases where name = :name and expires_at >= :now")
            .param("name", name)
            .param("now", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single()
        > 0;
  }

  /** Gives a lease back, if this process holds it. */
  public void release(String name) {
    jdbc.sql("delete from leases where name = :name and holder = :holder")
        .param("name", name)
        .param("holder", holder)
        .update();
  }
}
