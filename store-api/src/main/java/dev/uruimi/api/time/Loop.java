package dev.uruimi.api.time;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One thread that does a round, then waits for a call or a time, until it is closed. */
public final class Loop implements AutoCloseable {

  /** A round; tells how long to wait at most before the next one. */
  public interface Round {
    Duration run();
  }

  private final WakeUp wakeUp = new WakeUp();
  private final String name;
  private final Round round;
  private volatile boolean running;
  private @Nullable Thread thread;

  public Loop(String name, Round round) {
    this.name = name;
    this.round = round;
  }

  /** Starts the thread. */
  public synchronized void start() {
    running = true;
    thread = Thread.ofVirtual().name(name).start(this::run);
  }

  /** Has the next round begin now, or right after the one that runs. */
  public void call() {
    wakeUp.call();
  }

  public boolean isRunning() {
    return running;
  }

  /** Ends after the round that runs; waits for it. */
  @Override
  public synchronized void close() {
    running = false;
    wakeUp.call();
    if (thread != null) {
      try {
        thread.join(Duration.ofSeconds(10));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    try {
      while (running) {
        wakeUp.await(round.run());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
