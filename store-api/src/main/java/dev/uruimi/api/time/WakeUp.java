package dev.uruimi.api.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A waiter: sleeps until somebody calls or the time is over. A call before the sleep counts. */
public final class WakeUp {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition called = lock.newCondition();
  private boolean pending;

  /** Wakes the sleeper, or keeps it from falling asleep once. */
  public void call() {
    lock.lock();
    try {
      pending = true;
      called.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a call, at most this long. */
  public void await(Duration atMost) throws InterruptedException {
    var nanos = atMost.toNanos();
    lock.lock();
    try {
      while (!pending && nanos > 0) {
        nanos = called.awaitNanos(Math.min(nanos, TimeUnit.HOURS.toNanos(1)));
      }
      pending = false;
    } finally {
      lock.unlock();
    }
  }
}
