package dev.uruimi.api.replays;

import dev.uruimi.api.projection.LogProgress;
import dev.uruimi.api.projection.StoreRow;
import dev.uruimi.api.projection.Stores;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the stores that a wish means, and how far the table had read the log by then. */
@Component
class Candidates {

  /** A store that is to be there. */
  private static final List<String> WANTED =
      List.of("requested", "provisioning", "starting", "ready", "degraded", "failed");

  private final Stores stores;
  private final LogProgress applied;
  private final JdbcClient jdbc;
  private final Clock clock;

  Candidates(Stores stores, LogProgress applied, JdbcClient jdbc, Clock clock) {
    this.stores = stores;
    this.applied = applied;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Rows of one moment.
   *
   * @param applied the next offset to apply, by partition
   * @param total how many are meant; the rows are the first of them
   */
  record Found(List<StoreRow> rows, Map<Integer, Long> applied, long total) {}

  /**
   * Finds them.
   *
   * @param mayMean whether a store may be meant that nobody named, by its id
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public Found find(ReplayWish wish, Predicate<String> mayMean) {
    var ids =
        wish.stores().isEmpty() ? choose(wish).stream().filter(mayMean).toList() : wish.stores();
    var rows =
        ids.stream()
            .limit(ReplayWish.MOST)
            .map(stores::findById)
            .flatMap(Optional::stream)
            .toList();
    return new Found(rows, applied.nextOffsets(), ids.size());
  }

  private static List<String> statuses(ReplayWish wish) {
    return wish.status().isEmpty() ? WANTED : wish.status();
  }

  /** Those that wait longest come first. */
  private List<String> choose(ReplayWish wish) {
    var since = wish.since();
    var statement =
        jdbc.sql(
                """
                select id from stores
                where status in (:status) and greatest(moved_at, troubled_at) >= :since
                %s order by greatest(moved_at, troubled_at), id
                """
                    .formatted(
                        wish.reason().isEmpty()
                            ? ""
                            : "and current -> 'state' -> 'reason' ->> 'code' in (:reason)"))
            .param("status", statuses(wish))
            .param(
                "since",
                Timestamp.from(since == null ? Instant.EPOCH : clock.instant().minus(since)));
    return (wish.reason().isEmpty() ? statement : statement.param("reason", wish.reason()))
        .query(String.class)
        .list();
  }
}
