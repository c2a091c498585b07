package dev.uruimi.engines;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees of Helm values. */
public final class ValueTrees {

  private ValueTrees() {}

  /**
   * The lower tree with the upper laid over it, map by map, as Helm does with values files. A null
   * stays: it is how a values file takes a chart's default away.
   */
  public static Map<String, Object> overlay(Map<String, ?> lower, Map<String, ?> upper) {
    var merged = new LinkedHashMap<String, Object>(lower);
    upper.forEach((key, value) -> merged.put(key, overlayAny(merged.get(key), value)));
    return merged;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object overlayAny(@Nullable Object lower, @Nullable Object upper) {
    return lower instanceof Map<?, ?> below && upper instanceof Map<?, ?> above
        ? overlay((Map<String, Object>) below, (Map<String, Object>) above)
        : upper;
  }
}
