package dev.uruimi.cleanup;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Objects by kind: uids, and how many. */
final class Counts {

  private Counts() {}

  static Map<String, Integer> of(Map<String, Set<String>> uids) {
    var counts = new TreeMap<String, Integer>();
    uids.forEach((kind, all) -> counts.put(kind, all.size()));
    return counts;
  }

  /** All of both. */
  static Map<String, Set<String>> union(Map<String, Set<String>> a, Map<String, Set<String>> b) {
    var all = new TreeMap<String, Set<String>>();
    a.forEach((kind, uids) -> all.put(kind, new TreeSet<>(uids)));
    b.forEach((kind, uids) -> all.computeIfAbsent(kind, _ -> new TreeSet<>()).addAll(uids));
    return all;
  }

  /** Those of {@code a} that are not in {@code b}; kinds of which none is left are not named. */
  static Map<String, Set<String>> without(Map<String, Set<String>> a, Map<String, Set<String>> b) {
    var left = new TreeMap<String, Set<String>>();
    a.forEach(
        (kind, uids) -> {
          var rest = new TreeSet<>(uids);
          rest.removeAll(b.getOrDefault(kind, Set.of()));
          if (!rest.isEmpty()) {
            left.put(kind, rest);
          }
        });
    return left;
  }
}
