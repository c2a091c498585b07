package dev.uruimi.certify.faults;

import dev.uruimi.certify.Installation;
import dev.uruimi.certify.plan.Hit;
import dev.uruimi.certify.snapshot.SnapshotReader;
import dev.uruimi.certify.stores.Asking;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Where a fault is injected.
 *
 * @param cluster straight to the API server
 * @param random seeded by the schedule
 */
public record Scene(
    Installation installation,
    KubernetesClient cluster,
    SnapshotReader reader,
    Asking asking,
    Hit hit,
    Random random,
    Clock clock) {

  /** The stores of the group. */
  public List<String> stores() {
    return hit.slots().stream().map(asking::storeIn).flatMap(Optional::stream).toList();
  }

  /**
   * Those of them that are ready.
   *
   * @throws NotPossibleException when none is
   */
  public List<String> readyStores() throws IOException {
    var statuses = reader.statuses();
    var ready = stores().stream().filter(id -> "ready".equals(statuses.get(id))).toList();
    if (ready.isEmpty()) {
      throw new NotPossibleException("no store of its group was ready");
    }
    return ready;
  }

  /** The slot that a store stands in. */
  public int slotOf(String store) {
    return hit.slots().stream()
        .filter(slot -> asking.storeIn(slot).filter(store::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** One of several, by the seed. */
  public <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
