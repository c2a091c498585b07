package dev.uruimi.provisioner.preflight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** The cluster's facts, read at most every few seconds, whoever asks. */
final class RecentFacts {

  private static final Duration KEPT = Duration.ofSeconds(3);

  private final ClusterReading reading;
  private final ExecutorService threads;
  private final Clock clock;
  private @Nullable CompletableFuture<ClusterFacts> known;
  private Instant since = Instant.EPOCH;

  RecentFacts(ClusterReading reading, ExecutorService threads, Clock clock) {
    this.reading = reading;
    this.threads = threads;
    this.clock = clock;
  }

  /** Facts that are not older than three seconds; failed when the cluster cannot be read. */
  synchronized CompletableFuture<ClusterFacts> now() {
    var now = clock.instant();
    if (known == null || known.isCompletedExceptionally() || isOld(known, now)) {
      since = now;
      known = CompletableFuture.supplyAsync(reading::now, threads);
    }
    return known;
  }

  /** One reading at a time: a slow cluster is not asked more often. */
  private boolean isOld(CompletableFuture<ClusterFacts> facts, Instant now) {
    return facts.isDone() && !since.plus(KEPT).isAfter(now);
  }
}
