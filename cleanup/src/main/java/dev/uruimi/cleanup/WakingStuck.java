package dev.uruimi.cleanup;

import dev.uruimi.worker.reconcile.WorkQueue;
import io.fabric8.kubernetes.api.model.APIService;
import java.util.function.Consumer;

/** Has the stores looked at whose removal stands still: an API service may have held them. */
record WakingStuck(WorkQueue queue, RemovingStores removing) implements Consumer<APIService> {

  @Override
  public void accept(APIService service) {
    removing.stuck().forEach(queue::add);
  }
}
