package dev.uruimi.api.projection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The stores, for reading. */
public interface Stores extends Repository<StoreRow, String> {

  Optional<StoreRow> findById(String id);

  /** The store, held against others until the transaction ends. */
  @Query("select * from stores where id = :id for update")
  Optional<StoreRow> lock(String id);

  /** Stores that changed after a change, in the order of their latest change. */
  @Query("select * from stores where change > :change order by change limit :limit")
  List<StoreRow> changedAfter(long change, int limit);

  /** The store, if it changed after a change. */
  @Query("select * from stores where id = :id and change > :change")
  Optional<StoreRow> changedAfter(String id, long change);

  /** The number of the latest change; 0 before the first. */
  @Query("select coalesce(max(change), 0) from stores")
  long latestChange();

  /** Ids of stores that are not ready yet and did not move since a time. */
  @Query(
      """
      select id from stores
      where status in ('requested', 'provisioning', 'starting') and moved_at <= :since
      order by moved_at limit :limit
      """)
  List<String> notMovedSince(Instant since, int limit);

  /**
   * When the provisioner last got further with a request that is not younger than the given one and
   * did so after a time. Verdicts about shops that run, and deadlines, are no progress.
   */
  @Query(
      """
      select max(moved) from (
        select moved_at as moved, current from stores
        where status in ('provisioning', 'starting') and moved_at > :since
        union all
        select ready_at, current from stores where ready_at > :since
        union all
        select moved_at, current from stores
        where status = 'failed' and moved_at > :since
          and current -> 'state' ->> 'by' = 'provisioner'
      ) progress
      where (current -> 'state' -> 'attempt' ->> 'requestedAt')::timestamptz <= :requestedAt
      """)
  @Nullable Instant queueMovedAfter(Instant since, Instant requestedAt);
}
