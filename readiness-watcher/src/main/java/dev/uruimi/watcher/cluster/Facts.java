package dev.uruimi.watcher.cluster;

import dev.uruimi.events.StoreId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The facts of one kind, by store and name. Only stores' namespaces are kept.
 *
 * @param <F> an immutable fact
 */
final class Facts<F> {

  private final Map<StoreId, Map<String, F>> byStore = new HashMap<>();

  synchronized void put(StoreId id, String name, F fact) {
    byStore.computeIfAbsent(id, _ -> new HashMap<>()).put(name, fact);
  }

  synchronized void remove(StoreId id, String name) {
    var facts = byStore.get(id);
    if (facts != null && facts.remove(name) != null && facts.isEmpty()) {
      byStore.remove(id);
    }
  }

  synchronized List<F> of(StoreId id) {
    return List.copyOf(byStore.getOrDefault(id, Map.of()).values());
  }

  synchronized Set<StoreId> stores() {
    return Set.copyOf(byStore.keySet());
  }
}
