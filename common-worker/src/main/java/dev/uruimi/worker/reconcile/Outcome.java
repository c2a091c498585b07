package dev.uruimi.worker.reconcile;

import java.time.Duration;

/** What a reconcile came to. */
public sealed interface Outcome {

  /** Nothing to do until something changes. */
  record Settled() implements Outcome {}

  /** To be looked at again, at the latest after this time. */
  record Again(Duration after) implements Outcome {}

  static Outcome settled() {
    return new Settled();
  }

  static Outcome again(Duration after) {
    return new Again(after);
  }
}
