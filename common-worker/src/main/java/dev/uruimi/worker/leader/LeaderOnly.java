package dev.uruimi.worker.leader;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.reconcile.Outcome;
import dev.uruimi.worker.reconcile.Reconciler;

/** Looks at stores while this process leads. Whoever wins has all stores looked at. */
public record LeaderOnly(Leadership leadership, Reconciler reconciler) implements Reconciler {

  @Override
  public Outcome reconcile(StoreId id) throws Exception {
    return leadership.isHeld() ? reconciler.reconcile(id) : Outcome.settled();
  }
}
