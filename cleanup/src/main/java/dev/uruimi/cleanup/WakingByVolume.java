package dev.uruimi.cleanup;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.reconcile.WorkQueue;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.util.function.Consumer;

/** Has the store looked at that a volume belonged to. */
record WakingByVolume(WorkQueue queue) implements Consumer<PersistentVolume> {

  private static final String PREFIX = "store-";

  @Override
  public void accept(PersistentVolume volume) {
    var namespace = Volumes.claimNamespace(volume);
    if (namespace != null
        && namespace.startsWith(PREFIX)
        && StoreId.isValid(namespace.substring(PREFIX.length()))) {
      queue.add(new StoreId(namespace.substring(PREFIX.length())));
    }
  }
}
