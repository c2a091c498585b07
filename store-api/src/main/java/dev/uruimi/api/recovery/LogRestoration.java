package dev.uruimi.api.recovery;

import dev.uruimi.api.logidentity.KnownLog;
import dev.uruimi.api.outbox.Outbox;
import dev.uruimi.api.projection.StoreTable;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says again, by way of the outbox, what leads each store to where the table has it. */
@Component
class LogRestoration {

  private final JdbcClient jdbc;
  private final StoreTable table;
  private final Outbox outbox;
  private final KnownLog known;

  LogRestoration(JdbcClient jdbc, StoreTable table, Outbox outbox, KnownLog known) {
    this.jdbc = jdbc;
    this.table = table;
    this.outbox = outbox;
    this.known = known;
  }

  /** What would be said again. */
  @Transactional
  public RestorationView plan() {
    return restoration(true);
  }

  /** Says it, and takes the log for the table's own; all of it or nothing. */
  @Transactional
  public RestorationView restore(String topicId) {
    var restored = restoration(false);
    known.beginAnew(topicId);
    return restored;
  }

  private RestorationView restoration(boolean dryRun) {
    var ids = jdbc.sql("select id from stores order by created, id").query(String.class).list();
    var events = 0;
    for (var id : ids) {
      var story = story(new StoreId(id), dryRun);
      events += story.size();
    }
    return new RestorationView(dryRun, ids.size(), events);
  }

  /** Of what the log told first, then what was said since and never read back. */
  private List<EventEnvelope> story(StoreId id, boolean dryRun) {
    var row = table.lock(id).orElseThrow();
    var unread = outbox.of(id);
    var logged = row.logged();
    var story = new ArrayList<EventEnvelope>();
    if (logged != null) {
      story.addAll(Biography.of(logged));
    }
    story.addAll(unread);
    if (!dryRun) {
      // anew, so that what lies further back goes first and all is published
      unread.forEach(envelope -> outbox.remove(envelope.id()));
      story.forEach(outbox::add);
    }
    return story;
  }
}
