package dev.uruimi.certify.faults;

import dev.uruimi.certify.PauseWaiter;
import dev.uruimi.certify.plan.Operation;
import dev.uruimi.certify.stores.RequestKind;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Somebody removes a store's namespace or the Secrets of its release. The store must say so, and a
 * retry must repair it.
 */
record RemovedByHand() implements Fault {

  private static final Duration SAYS_SO = Duration.ofMinutes(3);

  @Override
  public Injection inject(Scene scene) throws IOException {
    var store = scene.one(scene.readyStores());
    var namespace = scene.hit().ordinal() % 2 == 0;
    try {
      if (namespace) {
        scene.cluster().namespaces().withName("store-" + store).delete();
      } else {
        scene.cluster().secrets().inNamespace("store-" + store).withLabel("owner", "helm").delete();
      }
    } catch (KubernetesClientException e) {
      throw new IOException("the API server refused: " + e.getMessage(), e);
    }
    return () -> repair(scene, store, namespace ? "namespace" : "release");
  }

  private static void repair(Scene scene, String store, String what)
      throws IOException, InterruptedException {
    var said =
        PauseWaiter.until(
            () -> List.of("degraded", "failed").contains(scene.reader().statuses().get(store)),
            SAYS_SO,
            scene.clock());
    if (!said) {
      throw new IOException(
          "the %s of store %s was removed and it did not say so within %s"
              .formatted(what, store, SAYS_SO));
    }
    scene.asking().ask(new Operation(scene.slotOf(store), RequestKind.RETRY, null));
  }
}
