package dev.uruimi.certify.snapshot;

import dev.uruimi.certify.stores.AcceptedRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that an invariant may look at.
 *
 * @param accepted what the campaign asked for and was promised, in order
 * @param log every readable event; in the order of its partition for each store
 * @param rows store-api's table
 * @param outbox ids of events that store-api has said and not read back
 * @param objects what belongs to stores in the cluster, their namespaces among them
 * @param releases Helm releases in the stores' namespaces and elsewhere
 * @param records the workers' records
 * @param secrets the stores' generated Secrets
 * @param before these Secrets as they were when they were first seen
 */
public record Snapshot(
    List<AcceptedRequest> accepted,
    List<LogEvent> log,
    List<TableRow> rows,
    List<String> outbox,
    List<ClusterObject> objects,
    List<Release> releases,
    List<RecordSeen> records,
    List<SecretPrint> secrets,
    List<SecretPrint> before) {

  /** Of nothing. */
  public static final Snapshot EMPTY =
      new Snapshot(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of());

  /** Stores that anything speaks of: requests, log or table. */
  public Set<String> storeIds() {
    var ids = new TreeSet<String>();
    accepted.forEach(request -> ids.add(request.storeId()));
    log.forEach(event -> ids.add(event.storeId()));
    rows.forEach(row -> ids.add(row.storeId()));
    return ids;
  }

  /** The table's row of a store. */
  public Optional<TableRow> row(String storeId) {
    return rows.stream().filter(row -> row.storeId().equals(storeId)).findFirst();
  }
}
