package dev.uruimi.certify.snapshot;

import dev.uruimi.certify.Installation;
import dev.uruimi.certify.stores.Ledger;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks at everything from outside. Not for several threads at once. */
public final class SnapshotReader implements AutoCloseable {

  private static final Set<String> ENDS = Set.of("ready", "failed", "deleted");

  private final Ledger ledger;
  private final LogReader log;
  private final TableReader table;
  private final ClusterReader cluster;
  private final Map<String, SecretPrint> firstSeen = new LinkedHashMap<>();

  /**
   * @param client straight to the API server
   */
  public SnapshotReader(Installation installation, KubernetesClient client, Ledger ledger) {
    this.ledger = ledger;
    this.log = new LogReader(installation.bootstrapServers());
    this.table =
        new TableReader(
            installation.jdbcUrl(), installation.jdbcUser(), installation.jdbcPassword());
    this.cluster = new ClusterReader(client);
  }

  /**
   * A cheap look: whether every store is at an end and nothing waits to be published. What is not
   * quiet need not be looked at closer.
   */
  public boolean isQuiet() throws IOException {
    var now = table.read();
    return now.outbox().isEmpty()
        && now.rows().stream().allMatch(row -> ENDS.contains(row.status()));
  }

  /** Whether nothing waits to be published. */
  public boolean isPublished() throws IOException {
    return table.read().outbox().isEmpty();
  }

  /** The status of every store, by id. */
  public TreeMap<String, String> statuses() throws IOException {
    var statuses = new TreeMap<String, String>();
    table.read().rows().forEach(row -> statuses.put(row.storeId(), row.status()));
    return statuses;
  }

  /**
   * All of it. Requests are remembered first and the log is read before the table, so that in a
   * quiet system nothing looks lost that is only newer.
   *
   * @throws IOException when one of the three does not answer
   */
  public Snapshot read() throws IOException {
    var accepted = ledger.accepted();
    var events = log.read();
    var stores = table.read();
    var there = cluster.read();
    there
        .secrets()
        .forEach(print -> firstSeen.putIfAbsent(print.namespaceUid() + "/" + print.name(), print));
    return new Snapshot(
        accepted,
        events,
        stores.rows(),
        stores.outbox(),
        there.objects(),
        there.releases(),
        there.records(),
        there.secrets(),
        List.copyOf(firstSeen.values()));
  }

  @Override
  public void close() {
    log.close();
  }
}
