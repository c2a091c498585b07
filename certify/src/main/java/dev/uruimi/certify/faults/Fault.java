package dev.uruimi.certify.faults;

import java.io.IOException;

/** How a kind of fault is injected. */
@FunctionalInterface
public interface Fault {

  /**
   * Injects it.
   *
   * @throws NotPossibleException when this machine or this moment does not allow it
   * @throws IOException when it was tried and went wrong
   */
  Injection inject(Scene scene) throws IOException, InterruptedException;
}
