package dev.uruimi.api.stores;

import dev.uruimi.api.lifecycle.Refusal;
import dev.uruimi.events.StoreId;

/** A command that the store's state does not allow. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient StoreId id;
  private final transient Refusal refusal;

  RefusedException(StoreId id, Refusal refusal) {
    super(refusal.toString());
    this.id = id;
    this.refusal = refusal;
  }

  StoreId id() {
    return id;
  }

  Refusal refusal() {
    return refusal;
  }
}
