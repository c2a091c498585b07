package dev.uruimi.local.build;

import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.Progress;

/** A task that does what a test wants. */
record FakeTask(String name, boolean upToDate, Work work) implements BuildTask {

  /** What it does. */
  interface Work {
    void run(Progress progress) throws Exception;
  }

  @Override
  public void run(Progress progress) throws Exception {
    work.run(progress);
  }
}
