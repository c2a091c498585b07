package dev.uruimi.local.proxy;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds one request of a Helm worker, and lets all others pass. */
final class HeldHelmCall implements Fault {

  private final int number;
  private final Runnable whenHeld;
  private final AtomicInteger seen = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);

  /**
   * @param number which request, from 1
   */
  HeldHelmCall(int number, Runnable whenHeld) {
    if (number < 1) {
      throw new IllegalArgumentException("requests are counted from 1, not " + number);
    }
    this.number = number;
    this.whenHeld = whenHeld;
  }

  @Override
  public Outcome meet(RequestHead request) throws InterruptedException {
    if (isHelm(request) && seen.incrementAndGet() == number) {
      whenHeld.run();
      released.await();
    }
    return new Outcome.Passed();
  }

  @Override
  public void end() {
    released.countDown();
  }

  /** Helm's library calls itself {@code Helm/<version>}, also inside of helm-java. */
  private static boolean isHelm(RequestHead request) {
    return request.userAgent().toLowerCase(Locale.ROOT).startsWith("helm");
  }
}
