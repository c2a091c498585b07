package dev.uruimi.api.stream;

import dev.uruimi.api.projection.StoreChanged;
import dev.uruimi.api.projection.Stores;
import dev.uruimi.api.time.Loop;
import dev.uruimi.api.web.Causes;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells streams that the table changed: at once what this replica wrote, by asking the table what
 * others wrote. It asks only while somebody listens.
 */
@Component
class ChangeFeed implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ChangeFeed.class);

  private final Loop loop = new Loop("change-feed", this::round);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Stores stores;
  private final StreamProperties properties;
  private long latest;
  private int listeners;
  private volatile boolean open;

  ChangeFeed(Stores stores, StreamProperties properties) {
    this.stores = stores;
    this.properties = properties;
  }

  /** Stops before the web server waits for its requests, so that streams end and it can stop. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void start() {
    open = true;
    loop.start();
  }

  @Override
  public void stop() {
    open = false;
    signal(latest);
    loop.close();
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  @TransactionalEventListener
  void on(StoreChanged change) {
    signal(change.change());
  }

  /** A listener comes; false when there are too many. */
  boolean enter() {
    lock.lock();
    try {
      if (listeners >= properties.maxStreams()) {
        return false;
      }
      listeners++;
      loop.call();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A listener goes. */
  void leave() {
    lock.lock();
    try {
      listeners--;
    } finally {
      lock.unlock();
    }
  }

  /** The latest change this replica knows of. */
  long latest() {
    lock.lock();
    try {
      return latest;
    } finally {
      lock.unlock();
    }
  }

  /** Waits, at most this long, for a change after the given one; false when there is none. */
  boolean awaitAfter(long change, Duration atMost) throws InterruptedException {
    var nanos = atMost.toNanos();
    lock.lock();
    try {
      while (open && latest <= change && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return latest > change;
    } finally {
      lock.unlock();
    }
  }

  private Duration round() {
    if (listeners > 0) {
      try {
        signal(stores.latestChange());
      } catch (RuntimeException e) {
        log.atDebug().addKeyValue("cause", Causes.briefly(e)).log("cannot ask for changes now");
      }
    }
    return listeners > 0 ? properties.poll() : Duration.ofSeconds(30);
  }

  private void signal(long change) {
    lock.lock();
    try {
      latest = Math.max(latest, change);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
