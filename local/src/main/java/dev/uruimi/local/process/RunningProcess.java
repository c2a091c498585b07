package dev.uruimi.local.process;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A process, ours by birth or adopted. */
final class RunningProcess {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final ProcessIdentity identity;
  private final @Nullable Process child;
  private final Waiter waiter;

  private RunningProcess(ProcessIdentity identity, @Nullable Process child, Waiter waiter) {
    this.identity = identity;
    this.child = child;
    this.waiter = waiter;
  }

  static RunningProcess adopted(ProcessIdentity identity, Waiter waiter) {
    return new RunningProcess(identity, null, waiter);
  }

  static RunningProcess born(ProcessIdentity identity, Process child, Waiter waiter) {
    return new RunningProcess(identity, child, waiter);
  }

  long pid() {
    return identity.pid();
  }

  boolean alive() {
    return identity.alive();
  }

  /** Waits until it has ended. */
  void awaitExit() throws InterruptedException {
    if (child != null) {
      child.waitFor();
    }
    while (alive()) {
      waiter.pause(LOOK_AGAIN);
    }
  }

  /** TERM, and KILL for it and its descendants when it has not ended in time. */
  void stop(Duration patience) throws InterruptedException {
    if (!alive()) {
      return;
    }
    var handle = ProcessHandle.of(pid());
    var family = handle.stream().flatMap(ProcessHandle::descendants).toList();
    handle.ifPresent(ProcessHandle::destroy);
    if (!waiter.until(() -> !alive(), patience)) {
      family.forEach(ProcessHandle::destroyForcibly);
      handle.ifPresent(ProcessHandle::destroyForcibly);
      waiter.until(() -> !alive(), Duration.ofSeconds(5));
    }
  }
}
