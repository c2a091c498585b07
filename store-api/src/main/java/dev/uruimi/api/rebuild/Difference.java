package dev.uruimi.api.rebuild;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A field of a row that is not what the log tells.
 *
 * @param table null: the row or the field is not in the table
 * @param log null: the log does not tell it
 */
@Schema(name = "ProjectionDifference")
record Difference(
    @Schema(example = "k7m2p9x4qd") String id,
    @Schema(example = "current/state/status") String field,
    @Schema(description = "the table's value; null: none") @Nullable String table,
    @Schema(description = "the log's value; null: none") @Nullable String log) {}
