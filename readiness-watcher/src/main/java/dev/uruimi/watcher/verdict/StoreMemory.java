package dev.uruimi.watcher.verdict;

import dev.uruimi.watcher.diagnosis.Probe;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this process remembers about one installed release: when it noticed what, and the last
 * probe. Lost with the process, then noticed anew.
 */
final class StoreMemory {

  private final int attempt;
  private final int revision;
  private final long term;
  private final Map<String, Instant> noticed = new HashMap<>();
  private @Nullable Probe probe;
  private @Nullable Instant heldAt;

  StoreMemory(Installation store, long term) {
    this.attempt = store.attempt();
    this.revision = store.revision();
    this.term = term;
  }

  boolean isOf(Installation store, long term) {
    return attempt == store.attempt() && revision == store.revision() && this.term == term;
  }

  synchronized @Nullable Probe probe() {
    return probe;
  }

  /** When a probe last said nothing because the ingress was down, or null. */
  synchronized @Nullable Instant heldAt() {
    return heldAt;
  }

  synchronized Map<String, Instant> noticed() {
    return Map.copyOf(noticed);
  }

  synchronized void remember(Probe probe) {
    this.probe = probe;
    this.heldAt = null;
  }

  synchronized void hold(Instant now) {
    this.heldAt = now;
  }

  /** The pods are not what was probed any more: what the shop answered says nothing now. */
  synchronized void forgetProbe() {
    probe = null;
    heldAt = null;
  }

  synchronized void notice(Set<String> symptoms, Instant now) {
    noticed.keySet().retainAll(symptoms);
    symptoms.forEach(key -> noticed.putIfAbsent(key, now));
  }
}
