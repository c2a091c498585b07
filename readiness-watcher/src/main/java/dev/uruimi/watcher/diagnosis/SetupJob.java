package dev.uruimi.watcher.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * A Job that sets the shop up. Tests of the chart and jobs of a schedule are not among them.
 *
 * @param failed whether it gave up
 * @param refusal why it gave up, as its controller says, or null
 */
public record SetupJob(String name, boolean complete, boolean failed, @Nullable String refusal) {}
