package dev.uruimi.certify.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store as store-api's table has it.
 *
 * @param reason code of why it is not as it should be, or null
 * @param timeline event ids, the oldest first
 */
public record TableRow(
    String storeId, String status, int attempt, @Nullable String reason, List<String> timeline) {}
