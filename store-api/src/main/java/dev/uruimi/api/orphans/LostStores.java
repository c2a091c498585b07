package dev.uruimi.api.orphans;

import dev.uruimi.api.peers.Presence;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores of the table of which the cluster holds neither a record nor a namespace. */
@Component
class LostStores {

  /** A store that moved so lately may be on its way. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  LostStores(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<OrphansView.Finding> find(Presence presence) {
    var found = new ArrayList<OrphansView.Finding>();
    jdbc.sql(
            """
            select id, status, moved_at from stores
            where status in ('starting', 'ready', 'degraded') and moved_at < :before order by id
            """)
        .param("before", Timestamp.from(clock.instant().minus(UNDER_WAY)))
        .query((row, _) -> Map.entry(row.getString("id"), row.getTimestamp("moved_at").toInstant()))
        .list()
        .forEach(
            store -> {
              if (!presence.knows(store.getKey())) {
                found.add(
                    new OrphansView.Finding(
                        "store",
                        "store-" + store.getKey(),
                        store.getKey(),
                        "The cluster holds neither a record nor a namespace of this store.",
                        store.getValue(),
                        null,
                        "`replay --missing` installs it again; or delete it."));
              }
            });
    return found;
  }
}
