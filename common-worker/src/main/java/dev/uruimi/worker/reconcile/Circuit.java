package dev.uruimi.worker.reconcile;

import dev.uruimi.events.StoreId;
import java.time.Duration;

/** What all stores need, and whether it is there; asked before each store is worked on. */
public interface Circuit {

  /** A circuit that never opens. */
  Circuit CLOSED =
      new Circuit() {
        @Override
        public boolean admits() {
          return true;
        }

        @Override
        public Duration pause() {
          return Duration.ZERO;
        }

        @Override
        public Outcome through(StoreId id, Reconciler reconciler) throws Exception {
          return reconciler.reconcile(id);
        }
      };

  /**
   * Whether one more store may be tried now. Who is admitted must go {@link #through}. While the
   * circuit is half open, one store is.
   */
  boolean admits();

  /** After what time to ask again for admission; a store that went through may change it before. */
  Duration pause();

  /**
   * Calls the reconciler and takes note of how it went.
   *
   * @throws OpenException when the store was not tried, since what it needs is still away
   * @throws Exception that of the reconciler
   */
  Outcome through(StoreId id, Reconciler reconciler) throws Exception;

  /** Whether a failure is a sign of what all stores need being away, and that is known. */
  default boolean isKnown(Throwable failure) {
    return false;
  }

  /** What all stores need is still away. */
  final class OpenException extends Exception {

    private static final long serialVersionUID = 1L;

    public OpenException(Throwable cause) {
      super(cause.toString(), cause);
    }
  }
}
