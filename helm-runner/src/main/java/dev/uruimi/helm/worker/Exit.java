package dev.uruimi.helm.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends this process at once where Helm's native code cannot be interrupted. */
final class Exit {

  private static final int PARENT_GONE = 3;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("exit").factory());
  private final long parent;
  private final Path directory;
  private @Nullable ScheduledFuture<?> deadline;

  /**
   * @param directory removed when the parent is gone and cannot do it any more
   */
  Exit(long parent, Path directory) {
    this.parent = parent;
    this.directory = directory;
  }

  /** The end of standard input tells the same, unless somebody else inherited the pipe. */
  void watchParent() {
    timer.scheduleWithFixedDelay(
        () -> {
          if (ProcessHandle.current().parent().filter(p -> p.pid() == parent).isEmpty()) {
            parentGone();
          }
        },
        1,
        1,
        TimeUnit.SECONDS);
  }

  void parentGone() {
    // Shortly: Helm may be in the middle of a call that nobody wants any more.
    var remover = new Thread(() -> Trees.delete(directory), "remover");
    remover.setDaemon(true);
    remover.start();
    try {
      remover.join(Duration.ofMillis(300));
    } catch (InterruptedException _) {
      // the end is near anyway
    }
    Runtime.getRuntime().halt(PARENT_GONE);
  }

  synchronized void unlessDoneWithin(Duration limit) {
    deadline =
        timer.schedule(
            () -> Runtime.getRuntime().halt(HelmWorker.TOO_LONG),
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  synchronized void done() {
    if (deadline != null) {
      deadline.cancel(false);
    }
  }
}
