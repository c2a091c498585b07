package dev.uruimi.certify.invariants;

import dev.uruimi.certify.snapshot.Snapshot;
import java.util.List;

/** Something that must hold of a quiet system. Pure: the same snapshot gives the same answer. */
public interface Invariant {

  /** One sentence that says what holds. */
  String name();

  /**
   * Whether waiting cannot heal it: what is seen once counts. The others hold only after the faults
   * healed and work ended.
   */
  boolean isForGood();

  /** What is against it; empty when it holds. */
  List<Violation> check(Snapshot snapshot);
}
