package dev.uruimi.api.time;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** What is done in a {@link Loop} for as long as the service runs. */
public abstract class LoopBean implements SmartLifecycle {

  protected final Loop loop;

  /**
   * @param name of its thread
   */
  protected LoopBean(String name) {
    loop = new Loop(name, this::round);
  }

  /** A round; tells how long to wait at most before the next one. */
  protected abstract Duration round();

  @Override
  public void start() {
    loop.start();
  }

  @Override
  public void stop() {
    loop.close();
  }

  @Override
  public boolean isRunning() {
    return loop.isRunning();
  }
}
