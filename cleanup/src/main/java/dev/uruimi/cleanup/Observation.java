package dev.uruimi.cleanup;

/**
 * What is left of a store.
 *
 * @param namespace state of its namespace
 * @param release whether Helm still knows the release
 * @param stoppable objects that make or run pods and are not being removed yet
 * @param pods pods, those that are stopping included
 * @param freeClaims volume claims that are not being removed yet
 * @param claims volume claims, those that are being removed included
 * @param volumes persistent volumes that belonged to the store's claims and are not to be kept
 */
record Observation(
    Namespace namespace,
    boolean release,
    int stoppable,
    int pods,
    int freeClaims,
    int claims,
    int volumes) {

  enum Namespace {
    GONE,
    ACTIVE,
    TERMINATING
  }

  /** Everything is gone. */
  boolean nothing() {
    return namespace == Namespace.GONE && volumes == 0;
  }
}
