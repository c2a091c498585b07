package dev.uruimi.cleanup;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.reconcile.WorkQueue;
import dev.uruimi.worker.record.StoreRecord;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.function.Consumer;

/** Has the store that an object belongs to looked at. */
record Waking(WorkQueue queue) implements Consumer<HasMetadata> {

  @Override
  public void accept(HasMetadata object) {
    var label = object.getMetadata().getLabels().get(StoreRecord.STORE_LABEL);
    if (label != null && StoreId.isValid(label)) {
      queue.add(new StoreId(label));
    }
  }
}
