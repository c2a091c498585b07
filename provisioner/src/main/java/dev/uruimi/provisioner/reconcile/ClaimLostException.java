package dev.uruimi.provisioner.reconcile;

/** The store is not ours to work on any more: somebody else claimed it, or it must go. */
final class ClaimLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClaimLostException(String message) {
    super(message);
  }
}
