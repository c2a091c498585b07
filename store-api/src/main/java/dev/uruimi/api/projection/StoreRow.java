package dev.uruimi.api.projection;

import dev.uruimi.api.lifecycle.Store;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A row of the table of stores.
 *
 * @param status label of the current status
 * @param movedAt when the current attempt last got further
 * @param change ascends in commit order
 * @param logged what the log alone tells; null while it tells nothing
 * @param current that, with what this API has said since
 */
@Table("stores")
public record StoreRow(
    @Id String id,
    String owner,
    String name,
    String engine,
    String status,
    Instant created,
    Instant movedAt,
    long change,
    @Nullable Store logged,
    Store current) {}
