package dev.uruimi.engines;

import java.util.LinkedHashMap;
import java.util.Map;

/** Trees of Helm values. */
public final class ValueTrees {

  private ValueTrees() {}

  /** The lower tree with the upper laid over it, map by map, as Helm does with values files. */
  public static Map<String, Object> overlay(Map<String, ?> lower, Map<String, ?> upper) {
    var merged = new LinkedHashMap<String, Object>(lower);
    upper.forEach((key, value) -> merged.merge(key, value, ValueTrees::overlayAny));
    return merged;
  }

  @SuppressWarnings("unchecked")
  private static Object overlayAny(Object lower, Object upper) {
    return lower instanceof Map<?, ?> below && upper instanceof Map<?, ?> above
        ? overlay((Map<String, Object>) below, (Map<String, Object>) above)
        : upper;
  }
}
