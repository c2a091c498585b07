package dev.uruimi.api.platform;

import dev.uruimi.api.lifecycle.Store;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long an engine's stores usually take.
 *
 * @param readyAfterMillis from the request to ready; median
 * @param steps the medians of what is known of the steps, in the order in which they are taken
 */
@Schema(name = "TypicalTimes")
record TypicalTimes(
    long readyAfterMillis,
    @Schema(
            description = "milliseconds by step",
            example = "{\"namespace\": 26, \"chart\": 900, \"ready\": 41000}")
        Map<String, Long> steps) {

  private static final List<String> STEPS =
      List.of("namespace", "guardrails", "secrets", "chart", "installed", "ready");

  /** Of stores that all got ready; at least one. */
  static TypicalTimes of(List<Store> stores) {
    var steps = new LinkedHashMap<String, Long>();
    for (var step : STEPS) {
      var durations = stores.stream().map(store -> duration(store, step)).filter(Objects::nonNull);
      var known = durations.toList();
      if (!known.isEmpty()) {
        steps.put(step, median(known));
      }
    }
    var ready = stores.stream().map(Store::readyAfterMillis).filter(Objects::nonNull).toList();
    return new TypicalTimes(median(ready), steps);
  }

  /** How long the step took in the store's latest attempt that took it, the first time there. */
  private static @Nullable Long duration(Store store, String step) {
    @Nullable Long duration = null;
    var attempt = 0;
    for (var entry : store.timeline()) {
      var millis = entry.durationMillis();
      if (entry.step().equals(step) && millis != null && entry.attempt() > attempt) {
        attempt = entry.attempt();
        duration = millis;
      }
    }
    return duration;
  }

  static long median(List<Long> values) {
    var sorted = new ArrayList<>(values);
    sorted.sort(null);
    var middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
