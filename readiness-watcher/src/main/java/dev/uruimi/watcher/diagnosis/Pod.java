package dev.uruimi.watcher.diagnosis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pod that is not being deleted.
 *
 * @param uid tells it from another pod of the same name
 * @param jobName the Job it belongs to, or null
 * @param unschedulable why no node takes it, or null
 */
public record Pod(
    String name,
    String uid,
    @Nullable String jobName,
    boolean ready,
    @Nullable Unschedulable unschedulable,
    List<Container> containers) {

  /** No node takes a pod. */
  public record Unschedulable(String message, @Nullable Instant since) {

    /** Whether it only waits for a volume. */
    boolean waitsForVolume() {
      return message.contains("PersistentVolumeClaim") || message.contains("persistentvolumeclaim");
    }
  }
}
