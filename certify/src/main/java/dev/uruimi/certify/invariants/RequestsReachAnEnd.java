package dev.uruimi.certify.invariants;

import dev.uruimi.certify.snapshot.Snapshot;
import dev.uruimi.certify.snapshot.TableRow;
import dev.uruimi.certify.stores.AcceptedRequest;
import dev.uruimi.certify.stores.RequestKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was accepted is ready, failed with a reason, or deleted; and deleted is the only end once a
 * deletion was accepted. Stores that nobody remembers asking for owe the same.
 */
final class RequestsReachAnEnd implements Invariant {

  @Override
  public String name() {
    return "every accepted request reaches ready, failed with a reason, or deleted";
  }

  @Override
  public boolean isForGood() {
    return false;
  }

  @Override
  public List<Violation> check(Snapshot snapshot) {
    var owed = owed(snapshot.accepted());
    return Stream.concat(
            owed.values().stream().map(request -> check(snapshot, request)),
            snapshot.rows().stream()
                .filter(row -> !owed.containsKey(row.storeId()))
                .map(row -> end(row, false)))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The request that decides where the store ends: a deletion for good, else the latest. */
  private static Map<String, AcceptedRequest> owed(List<AcceptedRequest> accepted) {
    var owed = new LinkedHashMap<String, AcceptedRequest>();
    for (var request : accepted) {
      owed.merge(
          request.storeId(),
          request,
          (old, newer) -> old.kind() == RequestKind.DELETE ? old : newer);
    }
    return owed;
  }

  private @Nullable Violation check(Snapshot snapshot, AcceptedRequest request) {
    var row = snapshot.row(request.storeId()).orElse(null);
    if (row == null) {
      return new Violation(
          name(), request.storeId(), request.kind() + " was accepted; the table has no such store");
    }
    if (row.attempt() < request.attempt() && !row.status().equals("deleted")) {
      return new Violation(
          name(),
          request.storeId(),
          "attempt %d was accepted; the table is at %d"
              .formatted(request.attempt(), row.attempt()));
    }
    return end(row, request.kind() == RequestKind.DELETE);
  }

  private @Nullable Violation end(TableRow row, boolean mustGo) {
    var ends = mustGo ? Set.of("deleted") : Set.of("ready", "failed", "deleted");
    if (!ends.contains(row.status())) {
      return new Violation(
          name(),
          row.storeId(),
          "is %s (attempt %d%s), not one of %s"
              .formatted(
                  row.status(),
                  row.attempt(),
                  row.reason() == null ? "" : ", " + row.reason(),
                  new java.util.TreeSet<>(ends)));
    }
    return row.status().equals("failed") && row.reason() == null
        ? new Violation(name(), row.storeId(), "failed without a reason")
        : null;
  }
}
