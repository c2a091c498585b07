package dev.uruimi.provisioner;

import dev.uruimi.provisioner.decide.NextAct;
import dev.uruimi.worker.reconcile.WorkQueue;
import dev.uruimi.worker.record.StoreRecord;
import java.util.function.Consumer;

/**
 * Has a store looked at whose record shows work, or a claim that an earlier life of this process
 * left.
 *
 * @param holder of this process' claims
 */
record Waking(WorkQueue queue, String holder) implements Consumer<StoreRecord> {

  @Override
  public void accept(StoreRecord record) {
    var claim = record.getStatus().claim();
    var leftClaim = claim != null && claim.holder().equals(holder);
    if (leftClaim || NextAct.isNeeded(record.getSpec(), record.getStatus())) {
      queue.add(record.storeId());
    }
  }
}
