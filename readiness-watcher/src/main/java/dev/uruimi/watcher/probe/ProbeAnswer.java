package dev.uruimi.watcher.probe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A probe that failed, with what the shop answers to that step.
 *
 * @param at when it failed
 * @param request method and path, its places not filled
 * @param status of the answer when asked once more a moment later; null when there was none
 * @param error what the failed probe met instead of what it expected
 * @param body of that answer, its beginning; null when there was none
 */
public record ProbeAnswer(
    Instant at,
    String step,
    String request,
    @Nullable Integer status,
    @Nullable String error,
    @Nullable String body) {}
