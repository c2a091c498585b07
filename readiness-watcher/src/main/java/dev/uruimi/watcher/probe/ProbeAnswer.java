package dev.uruimi.watcher.probe;

import dev.uruimi.engines.ScenarioResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A probe that failed, with what the shop answered.
 *
 * @param at when it failed
 * @param request method and path, its places not filled
 * @param status of the answer; null when there was none
 * @param error what the probe met instead of what it expected
 * @param body the answer's beginning; null when there was none
 */
public record ProbeAnswer(
    Instant at,
    String step,
    String request,
    @Nullable Integer status,
    @Nullable String error,
    @Nullable String body) {

  static ProbeAnswer of(Instant at, ScenarioResult.Failed failed) {
    var answer = failed.answer();
    return new ProbeAnswer(
        at,
        failed.step(),
        failed.request(),
        answer == null ? null : answer.status(),
        failed.message(),
        answer == null ? null : answer.body());
  }
}
