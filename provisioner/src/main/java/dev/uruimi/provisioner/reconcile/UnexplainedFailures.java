package dev.uruimi.provisioner.reconcile;

import dev.uruimi.events.StoreId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Failures of which nobody knows whether they pass (a hook of the chart that never ends looks like
 * a slow cluster): a store may have a few. Forgotten with the process; then it may have a few more.
 */
final class UnexplainedFailures {

  private static final int TOLERABLE = 3;

  private final Map<StoreId, Integer> counts = new ConcurrentHashMap<>();

  /** Counts one more. */
  boolean isTolerable(StoreId id) {
    return counts.merge(id, 1, Integer::sum) <= TOLERABLE;
  }

  void forget(StoreId id) {
    counts.remove(id);
  }
}
