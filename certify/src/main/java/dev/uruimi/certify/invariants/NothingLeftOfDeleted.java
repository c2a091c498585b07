package dev.uruimi.certify.invariants;

import dev.uruimi.certify.snapshot.RecordSeen;
import dev.uruimi.certify.snapshot.Snapshot;
import dev.uruimi.certify.snapshot.TableRow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Of a deleted store there is only its tombstone, with the receipt. */
final class NothingLeftOfDeleted implements Invariant {

  @Override
  public String name() {
    return "nothing is left of a deleted store but its tombstone with the receipt";
  }

  @Override
  public boolean isForGood() {
    return false;
  }

  @Override
  public List<Violation> check(Snapshot snapshot) {
    var deleted =
        snapshot.rows().stream()
            .filter(row -> row.status().equals("deleted"))
            .map(TableRow::storeId)
            .collect(Collectors.toSet());
    return Stream.concat(objects(snapshot, deleted), records(snapshot, deleted)).toList();
  }

  private Stream<Violation> objects(Snapshot snapshot, Set<String> deleted) {
    return snapshot.objects().stream()
        .filter(object -> deleted.contains(object.storeId()))
        .map(
            object ->
                new Violation(
                    name(),
                    object.storeId(),
                    "is deleted and has %s %s"
                        .formatted(
                            object.kind(),
                            object.namespace().isEmpty()
                                ? object.name()
                                : object.namespace() + "/" + object.name())));
  }

  private Stream<Violation> records(Snapshot snapshot, Set<String> deleted) {
    return snapshot.records().stream()
        .filter(record -> deleted.contains(record.storeId()))
        .filter(record -> !record.tombstone() || !record.receipt())
        .map(record -> new Violation(name(), record.storeId(), sentence(record)));
  }

  private static String sentence(RecordSeen record) {
    return record.tombstone()
        ? "is deleted and its tombstone has no receipt"
        : "is deleted and its record says that it is wanted";
  }
}
