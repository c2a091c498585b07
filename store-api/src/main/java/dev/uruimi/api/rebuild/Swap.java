package dev.uruimi.api.rebuild;

import dev.uruimi.api.history.LogReader;
import dev.uruimi.api.projection.LogProgress;
import dev.uruimi.api.projection.StoreTable;
import dev.uruimi.events.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the shadow table's rows in the place of the served ones, in one transaction that holds the
 * projection and all commands. Locks are taken in the order in which the projection takes them.
 * Rows that are as they were keep their change numbers; others get new, higher ones, so that
 * streams send them and positions stay valid.
 */
@Component
class Swap {

  private final JdbcClient jdbc;
  private final LogProgress applied;
  private final ShadowTable shadow;
  private final StoreTable table;

  Swap(JdbcClient jdbc, LogProgress applied, ShadowTable shadow, StoreTable table) {
    this.jdbc = jdbc;
    this.applied = applied;
    this.shadow = shadow;
    this.table = table;
  }

  /**
   * @throws RunFailedException when rows would go that the log does not know; nothing is changed
   */
  @Transactional
  public Outcome swap(
      LogReader log, Map<Integer, Long> folded, RunProgress progress, boolean removeUnknown) {
    var run = progress.run();
    jdbc.sql("set local lock_timeout = '5s'").update();
    jdbc.sql("lock table projection_offsets in exclusive mode").update();
    jdbc.sql("lock table stores in exclusive mode").update();
    new CatchUp(log, shadow, progress).upTo(folded, applied.nextOffsets());
    // in this transaction, so that nobody else can take it before the commit
    progress.holdLease();
    overlayOutbox(run);
    keepMarks(run);
    var unknown = unknown(run);
    if (!unknown.isEmpty() && !removeUnknown) {
      throw new RunFailedException(
          "The log does not know %d stores of the table (%s); nothing was changed. Remove them with removeUnknown, if they never were."
              .formatted(
                  unknown.size(),
                  String.join(", ", unknown.subList(0, Math.min(5, unknown.size())))));
    }
    table.lockChanges();
    var changed = merge(run) + remove(unknown);
    shadow.clear();
    return new Outcome(
        "%d stores made anew out of %d events; %d rows were not as the log tells."
            .formatted(progress.stores(), progress.events(), changed),
        changed,
        changed,
        List.of());
  }

  private void overlayOutbox(String run) {
    var ids = jdbc.sql("select distinct store_id from outbox").query(String.class).list();
    var rows = shadow.read(run, ids);
    var overlaid =
        ids.stream()
            .map(
                id -> {
                  var row = rows.get(id);
                  var logged = row == null ? null : row.logged();
                  return table
                      .overlay(new StoreId(id), logged)
                      .map(current -> new ShadowTable.Row(logged, current))
                      .orElse(null);
                })
            .filter(Objects::nonNull)
            .toList();
    shadow.write(run, overlaid);
  }

  /** That a store needs attention is no part of the log. */
  private void keepMarks(String run) {
    var marks =
        jdbc.sql(
                """
                select id, current ->> 'attention' as why from stores
                where current ->> 'attention' is not null
                """)
            .query((row, _) -> Map.entry(row.getString("id"), row.getString("why")))
            .list();
    var rows = shadow.read(run, marks.stream().map(Map.Entry::getKey).toList());
    var marked = new ArrayList<ShadowTable.Row>();
    for (var mark : marks) {
      var row = rows.get(mark.getKey());
      if (row != null) {
        marked.add(marked(row, mark.getValue()));
      }
    }
    shadow.write(run, marked);
  }

  private static ShadowTable.Row marked(ShadowTable.Row row, String why) {
    return new ShadowTable.Row(
        row.logged() == null ? null : row.logged().needingAttention(why),
        row.current().needingAttention(why));
  }

  private List<String> unknown(String run) {
    return jdbc.sql(
            """
            select id from stores where not exists (
              select from stores_rebuilt made where made.run = :run and made.id = stores.id)
            """)
        .param("run", run)
        .query(String.class)
        .list();
  }

  private int merge(String run) {
    return jdbc.sql(
            """
            insert into stores (id, owner, name, engine, status, created, moved_at, change,
              logged, current, ready_after, ready_at, troubled_at)
            select made.id, made.owner, made.name, made.engine, made.status, made.created,
              made.moved_at, nextval('store_changes'), made.logged, made.current,
              made.ready_after, made.ready_at, made.troubled_at
            from stores_rebuilt made left join stores served on served.id = made.id
            where made.run = :run and (
              served.id is null
              or served.current::text is distinct from made.current::text
              or served.logged::text is distinct from made.logged::text
              or (served.owner, served.name, served.engine, served.status, served.created,
                  served.moved_at, served.ready_after, served.ready_at, served.troubled_at)
                is distinct from
                 (made.owner, made.name, made.engine, made.status, made.created,
                  made.moved_at, made.ready_after, made.ready_at, made.troubled_at))
            on conflict (id) do update set
              owner = excluded.owner, name = excluded.name, engine = excluded.engine,
              status = excluded.status, created = excluded.created, moved_at = excluded.moved_at,
              change = excluded.change, logged = excluded.logged, current = excluded.current,
              ready_after = excluded.ready_after, ready_at = excluded.ready_at,
              troubled_at = excluded.troubled_at
            """)
        .param("run", run)
        .update();
  }

  private int remove(List<String> unknown) {
    return unknown.isEmpty()
        ? 0
        : jdbc.sql("delete from stores where id in (:ids)").param("ids", unknown).update();
  }
}
