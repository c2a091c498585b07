package dev.uruimi.api.projection;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.events.StoreId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes away the mark that a store needs attention, once somebody gave it. */
@Component
public class AttentionMarks {

  private final StoreTable table;

  AttentionMarks(StoreTable table) {
    this.table = table;
  }

  /** Takes the mark of a store away; nothing where there is none. */
  @Transactional
  public void clear(StoreId id) {
    table
        .lock(id)
        .filter(row -> row.current().attention() != null)
        .ifPresent(
            row ->
                table.save(
                    row.logged() == null ? null : unmarked(row.logged()), unmarked(row.current())));
  }

  private static Store unmarked(Store store) {
    return new Store(
        store.state(), store.created(), store.readyAfterMillis(), store.timeline(), null);
  }
}
