package dev.uruimi.provisioner.blueprint;

import dev.uruimi.events.Reason;

/** A store that cannot be provisioned here as it was asked for. */
public final class NoBlueprintException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  NoBlueprintException(Reason reason) {
    super(reason.sentence());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
