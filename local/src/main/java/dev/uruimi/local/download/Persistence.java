package dev.uruimi.local.download;

import dev.uruimi.local.process.Backoff;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Waiter;
import java.io.IOException;
import java.time.Duration;

/** Tries again what may pass, with growing pauses. */
record Persistence(Waiter waiter, int tries) {

  static final int USUAL_TRIES = 5;

  /** Something that may fail. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws IOException;
  }

  /** Tells how far an attempt has got, in bytes. */
  @FunctionalInterface
  interface Gain {
    /** Nothing that is worth going on for. */
    Gain NONE = () -> 0;

    long bytes() throws IOException;
  }

  /** An attempt that brought so much was not in vain: the count begins anew. */
  private static final long WORTH_GOING_ON = 1 << 20;

  /**
   * The attempt's result.
   *
   * @throws IOException the last failure, or one that a repeat won't help
   */
  <T> T run(Attempt<T> attempt, Gain gain, Progress progress)
      throws IOException, InterruptedException {
    var backoff = new Backoff();
    var failures = 0;
    while (true) {
      var before = gain.bytes();
      try {
        return attempt.run();
      } catch (NotPublished | WrongChecksum e) {
        throw e;
      } catch (IOException e) {
        failures = gain.bytes() - before >= WORTH_GOING_ON ? 1 : failures + 1;
        if (failures >= tries) {
          throw new IOException("given up after " + failures + " tries: " + e, e);
        }
        progress.line("trying again: " + e.getMessage());
        waiter.pause(backoff.after(Duration.ZERO));
      }
    }
  }
}
