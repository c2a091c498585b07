package dev.uruimi.cleanup;

/** The next thing to do for a store that must go. */
enum Act {
  STOP_WORKLOADS,
  UNINSTALL,
  REMOVE_CLAIMS,
  REMOVE_NAMESPACE,
  WAIT,
  FINISH;

  /**
   * Decides on the next act. What is inside goes first, so that the namespace controller finds the
   * namespace empty and does not wait before it looks again. Pods go before the release: Helm would
   * leave them the time to stop that their chart gives them, though nothing they write is kept.
   *
   * @param impatient whether to take the namespace away although something is left inside
   */
  static Act next(Observation left, boolean impatient) {
    return switch (left.namespace()) {
      case GONE -> left.volumes() > 0 ? WAIT : FINISH;
      case TERMINATING -> WAIT;
      case ACTIVE -> {
        if (left.stoppable() > 0) {
          yield STOP_WORKLOADS;
        }
        if (left.release() && !impatient) {
          yield UNINSTALL;
        }
        if (left.freeClaims() > 0) {
          yield REMOVE_CLAIMS;
        }
        var occupied = left.pods() > 0 || left.claims() > 0;
        yield occupied && !impatient ? WAIT : REMOVE_NAMESPACE;
      }
    };
  }
}
