package dev.uruimi.certify.invariants;

import dev.uruimi.certify.snapshot.ClusterObject;
import dev.uruimi.certify.snapshot.LogEvent;
import dev.uruimi.certify.snapshot.RecordSeen;
import dev.uruimi.certify.snapshot.Release;
import dev.uruimi.certify.snapshot.SecretPrint;
import dev.uruimi.certify.snapshot.Snapshot;
import dev.uruimi.certify.snapshot.TableRow;
import dev.uruimi.certify.stores.AcceptedRequest;
import dev.uruimi.certify.stores.RequestKind;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.Receipt;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreDeleteRequested;
import dev.uruimi.events.StoreEvent.StoreDeleted;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreEvent.StoreReady;
import dev.uruimi.events.StoreEvent.StoreRequested;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A healthy system with a ready, a broken and a deleted store; tests spoil one thing of it. */
final class Snapshots {

  static final String READY = "a000000001";
  static final String BROKEN = "a000000002";
  static final String DELETED = "a000000003";
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private Snapshots() {}

  static Snapshot healthy() {
    return new Snapshot(
        List.of(
            accepted(READY, RequestKind.CREATE, null),
            accepted(BROKEN, RequestKind.CREATE, "quota"),
            accepted(DELETED, RequestKind.CREATE, null),
            accepted(DELETED, RequestKind.DELETE, null)),
        List.of(
            logged(requested(READY)),
            logged(new StoreReady(new StoreId(READY), 1, 1, 0)),
            logged(requested(BROKEN)),
            logged(failed(BROKEN)),
            logged(requested(DELETED)),
            logged(new StoreDeleteRequested(new StoreId(DELETED), 1)),
            logged(deleted(DELETED))),
        List.of(
            new TableRow(READY, "ready", 1, null, List.of(READY + "/1/requested")),
            new TableRow(BROKEN, "failed", 1, "quota_exceeded", List.of(BROKEN + "/1/requested")),
            new TableRow(DELETED, "deleted", 1, null, List.of(DELETED + "/1/requested"))),
        List.of(),
        List.of(namespace(READY), namespace(BROKEN)),
        List.of(
            new Release("store-" + READY, "store-" + READY),
            new Release("store-" + BROKEN, "store-" + BROKEN)),
        List.of(
            new RecordSeen(READY, false, false),
            new RecordSeen(BROKEN, false, false),
            new RecordSeen(DELETED, true, true)),
        List.of(secret("before")),
        List.of(secret("before")));
  }

  static AcceptedRequest accepted(String store, RequestKind kind, String breaks) {
    return new AcceptedRequest(store, kind, 1, breaks, NOW);
  }

  static LogEvent logged(StoreEvent event) {
    return new LogEvent(0, 0, event.id(), event);
  }

  static StoreEvent requested(String store) {
    return new StoreRequested(
        new StoreId(store),
        1,
        new StoreSpecification("n", "o", "bench", "1", "small", Map.of(), "h", "http", "default"));
  }

  static StoreEvent failed(String store) {
    var reason = Reason.of(ReasonCode.QUOTA_EXCEEDED, Map.of("message", "m"));
    return new StoreFailed(new StoreId(store), 1, "readiness-watcher", 1, reason);
  }

  static StoreEvent deleted(String store) {
    return new StoreDeleted(new StoreId(store), 1, new Receipt(Map.of(), 1, NOW));
  }

  static ClusterObject namespace(String store) {
    return new ClusterObject("Namespace", "", "store-" + store, "uid-" + store, store);
  }

  static SecretPrint secret(String hash) {
    return new SecretPrint("store-" + READY, "uid-" + READY, "bench-credentials", hash);
  }

  static <T> List<T> and(List<T> list, T more) {
    var longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }

  static Snapshot withRow(TableRow row) {
    UnaryOperator<TableRow> other = old -> old.storeId().equals(row.storeId()) ? row : old;
    return spoiled(it -> it.rows = it.rows.stream().map(other).toList());
  }

  static Snapshot withRows(Snapshot whole, List<TableRow> rows) {
    return spoiled(whole, it -> it.rows = rows);
  }

  static Snapshot withAccepted(AcceptedRequest request) {
    return spoiled(it -> it.accepted = and(it.accepted, request));
  }

  static Snapshot withLog(List<LogEvent> log) {
    return spoiled(it -> it.log = log);
  }

  static Snapshot withOutbox(String id) {
    return spoiled(it -> it.outbox = List.of(id));
  }

  static Snapshot withObject(ClusterObject object) {
    return spoiled(it -> it.objects = and(it.objects, object));
  }

  static Snapshot withRelease(Release release) {
    return spoiled(it -> it.releases = and(it.releases, release));
  }

  static Snapshot withRecord(RecordSeen record) {
    return spoiled(it -> it.records = List.of(record));
  }

  static Snapshot withSecret(SecretPrint secret) {
    return spoiled(it -> it.secrets = List.of(secret));
  }

  private static Snapshot spoiled(Consumer<Parts> change) {
    return spoiled(healthy(), change);
  }

  private static Snapshot spoiled(Snapshot whole, Consumer<Parts> change) {
    var parts = new Parts(whole);
    change.accept(parts);
    return parts.together();
  }

  /** A snapshot's parts, to be exchanged. */
  private static final class Parts {
    private List<AcceptedRequest> accepted;
    private List<LogEvent> log;
    private List<TableRow> rows;
    private List<String> outbox;
    private List<ClusterObject> objects;
    private List<Release> releases;
    private List<RecordSeen> records;
    private List<SecretPrint> secrets;
    private final List<SecretPrint> before;

    private Parts(Snapshot whole) {
      accepted = whole.accepted();
      log = whole.log();
      rows = whole.rows();
      outbox = whole.outbox();
      objects = whole.objects();
      releases = whole.releases();
      records = whole.records();
      secrets = whole.secrets();
      before = whole.before();
    }

    private Snapshot together() {
      return new Snapshot(accepted, log, rows, outbox, objects, releases, records, secrets, before);
    }
  }
}
