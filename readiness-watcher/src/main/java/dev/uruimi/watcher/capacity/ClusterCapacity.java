package dev.uruimi.watcher.capacity;

import dev.uruimi.watcher.cluster.Reads;
import io.fabric8.kubernetes.api.model.Node;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The cluster's capacity, asked for at most every five seconds. */
public final class ClusterCapacity {

  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final Callable<? extends Collection<Node>> nodes;
  private final PodRequests pods;
  private final BooleanSupplier podsSeen;
  private final Clock clock;
  private @Nullable Capacity known;
  private Instant since = Instant.EPOCH;

  /**
   * @param nodes reads the nodes
   * @param podsSeen whether the pods' informer shows the present
   */
  public ClusterCapacity(
      Callable<? extends Collection<Node>> nodes,
      PodRequests pods,
      BooleanSupplier podsSeen,
      Clock clock) {
    this.nodes = nodes;
    this.pods = pods;
    this.podsSeen = podsSeen;
    this.clock = clock;
  }

  /**
   * The capacity as it is or was a moment ago.
   *
   * @throws Reads.UnreadableException when the API server does not answer in time
   */
  public synchronized Capacity now() {
    var now = clock.instant();
    if (known == null || !since.plus(KEPT).isAfter(now)) {
      known = read();
      since = now;
    }
    return known;
  }

  private Capacity read() {
    if (!podsSeen.getAsBoolean()) {
      throw new Reads.UnreadableException("the cluster's pods are not watched now");
    }
    try (var reads = Reads.within(LIMIT)) {
      return Capacity.of(reads.start(nodes::call).get(), pods);
    }
  }
}
