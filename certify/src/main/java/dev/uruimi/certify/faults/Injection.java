package dev.uruimi.certify.faults;

import java.io.IOException;

/** A fault that lasts. */
@FunctionalInterface
public interface Injection {

  /** A fault that is over as soon as it was injected, or that the platform heals by itself. */
  Injection OVER = () -> {};

  /**
   * Undoes it.
   *
   * @throws NotPossibleException when it turns out that nothing was hurt, so that it does not count
   * @throws IOException when it could not be undone
   */
  void heal() throws IOException, InterruptedException;
}
