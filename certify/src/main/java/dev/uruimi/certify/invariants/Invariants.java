package dev.uruimi.certify.invariants;

import dev.uruimi.certify.snapshot.Snapshot;
import java.util.List;
import java.util.function.Predicate;

/** All invariants. */
public final class Invariants {

  /** In the order of the documentation. */
  public static final List<Invariant> ALL =
      List.of(
          new RequestsReachAnEnd(),
          new OneNamespaceOneRelease(),
          new NothingLeftOfDeleted(),
          new SecretsStay(),
          new TableIsTheFold(),
          new NoEventLost(),
          new ReasonsNameTheCause());

  private Invariants() {}

  /** What is against those that waiting may still heal. */
  public static List<Violation> pending(Snapshot snapshot) {
    return check(snapshot, invariant -> !invariant.isForGood());
  }

  /** What is against any. */
  public static List<Violation> all(Snapshot snapshot) {
    return check(snapshot, _ -> true);
  }

  private static List<Violation> check(Snapshot snapshot, Predicate<Invariant> which) {
    return ALL.stream()
        .filter(which)
        .flatMap(invariant -> invariant.check(snapshot).stream())
        .toList();
  }
}
