package dev.uruimi.local.build;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Docker's client is on many machines where nothing answers it. */
public final class DockerDaemon {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private DockerDaemon() {}

  /**
   * Whether there is a client and a daemon answers it; the daemon gets ten seconds, once in the
   * life of this process.
   */
  public static boolean answers() {
    return Asked.ANSWERS;
  }

  static boolean answers(String client, Duration patience) {
    try {
      var asking =
          new ProcessBuilder(client, "info")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return asking.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
            && asking.exitValue() == 0;
      } finally {
        asking.destroyForcibly();
      }
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Asked when it is first of interest. */
  private static final class Asked {
    private static final boolean ANSWERS = answers("docker", PATIENCE);
  }
}
