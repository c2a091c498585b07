package dev.uruimi.api.projection;

import dev.uruimi.api.lifecycle.Store;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a store's row that follow from the store it shows; {@code json} is the store
 * itself. Times are {@link Timestamp}s of whole microseconds.
 */
public record StoreColumns(
    String owner,
    String name,
    String engine,
    String status,
    Timestamp created,
    Timestamp movedAt,
    @Nullable Long readyAfter,
    @Nullable Timestamp readyAt,
    @Nullable Timestamp troubledAt,
    String json) {

  private static final int HALF = 500;

  /** As Postgres will have them, so that what was written equals what is read. */
  public StoreColumns {
    created = toMicros(created);
    movedAt = toMicros(movedAt);
    readyAt = readyAt == null ? null : toMicros(readyAt);
    troubledAt = troubledAt == null ? null : toMicros(troubledAt);
  }

  /** The columns of a store. */
  public static StoreColumns of(Store store) {
    var specification = store.specification();
    var figures = StoreFigures.of(store);
    return new StoreColumns(
        specification.owner(),
        specification.name(),
        specification.engine(),
        store.state().status().label(),
        Timestamp.from(store.created()),
        Timestamp.from(store.state().attempt().movedAt()),
        figures.readyAfter(),
        figures.readyAt(),
        figures.troubledAt(),
        StoreConversions.JSON.writeValueAsString(store));
  }

  /** Those that lists and statistics use, by the column's name. */
  public Map<String, @Nullable Object> derived() {
    var columns = new LinkedHashMap<String, @Nullable Object>();
    columns.put("owner", owner);
    columns.put("name", name);
    columns.put("engine", engine);
    columns.put("status", status);
    columns.put("created", created);
    columns.put("moved_at", movedAt);
    columns.put("ready_after", readyAfter);
    columns.put("ready_at", readyAt);
    columns.put("troubled_at", troubledAt);
    return columns;
  }

  /** Rounded, as Postgres' driver does it. */
  private static Timestamp toMicros(Timestamp time) {
    return Timestamp.from(time.toInstant().plusNanos(HALF).truncatedTo(ChronoUnit.MICROS));
  }
}
