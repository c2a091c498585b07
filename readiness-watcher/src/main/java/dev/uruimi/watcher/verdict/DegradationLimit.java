package dev.uruimi.watcher.verdict;

import dev.uruimi.events.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When many stores degrade at once that is one condition of the cell (a node, the network, the
 * ingress), not a thousand events: only so many are said in a time, the others are held. Those that
 * recover meanwhile were never degraded.
 */
public final class DegradationLimit {

  private static final Logger LOG = LoggerFactory.getLogger(DegradationLimit.class);

  /** A held store that has not asked again for that time is well. */
  private static final Duration FORGET = Duration.ofSeconds(10);

  private final int atLeast;
  private final double share;
  private final Duration window;
  private final Deque<Instant> admitted = new ArrayDeque<>();
  private final Map<StoreId, Instant> held = new HashMap<>();
  private boolean exceeded;

  /**
   * @param atLeast so many stores may always degrade in a window
   * @param share of all stores that may degrade in a window, if that is more
   */
  public DegradationLimit(int atLeast, double share, Duration window) {
    this.atLeast = atLeast;
    this.share = share;
    this.window = window;
  }

  /**
   * Whether a store may be said to be degraded now.
   *
   * @param stores how many stores are watched
   */
  public synchronized boolean admits(StoreId id, int stores, Instant now) {
    forget(now);
    var limit = Math.max(atLeast, (int) (share * stores));
    if (admitted.size() < limit) {
      admitted.add(now);
      held.remove(id);
      changed(!held.isEmpty());
      return true;
    }
    held.put(id, now);
    changed(true);
    return false;
  }

  /** How many stores are held back. */
  public synchronized int held(Instant now) {
    forget(now);
    return held.size();
  }

  private void forget(Instant now) {
    while (!admitted.isEmpty() && admitted.getFirst().isBefore(now.minus(window))) {
      admitted.removeFirst();
    }
    held.values().removeIf(asked -> asked.isBefore(now.minus(FORGET)));
    if (held.isEmpty()) {
      changed(false);
    }
  }

  private void changed(boolean exceeds) {
    if (exceeds && !exceeded) {
      LOG.atError()
          .addKeyValue("degradedInWindow", admitted.size())
          .log("many stores degrade at once: a condition of the cell, the others are held");
    } else if (!exceeds && exceeded) {
      LOG.info("no more stores are held");
    }
    exceeded = exceeds;
  }
}
