package dev.uruimi.watcher.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * A Deployment or a StatefulSet.
 *
 * @param kind {@code Deployment} or {@code StatefulSet}
 * @param wanted replicas it shall have
 * @param existing pods it has, ready or not
 * @param updated pods of its newest revision
 * @param ready pods that are available
 * @param current whether its controller has seen its newest specification
 * @param refusal why a pod of it could not be made, while that is so, else null
 */
public record Workload(
    String kind,
    String name,
    int wanted,
    int existing,
    int updated,
    int ready,
    boolean current,
    @Nullable String refusal) {

  /** Whether it has as many ready pods as it shall have. */
  boolean available() {
    return ready >= wanted;
  }

  /** Whether its controller has seen what it shall be, and all its pods are so. */
  boolean isRolledOut() {
    return current && updated >= wanted && existing <= updated;
  }

  String title() {
    return kind + " " + name;
  }
}
