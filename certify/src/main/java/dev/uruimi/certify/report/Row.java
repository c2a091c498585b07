package dev.uruimi.certify.report;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table: a kind of fault over all runs.
 *
 * @param medianMillis to converge, or null when it never did
 */
public record Row(
    int fault,
    String name,
    int injected,
    int skipped,
    int stores,
    int violations,
    @Nullable Long medianMillis,
    @Nullable Long worstMillis) {}
