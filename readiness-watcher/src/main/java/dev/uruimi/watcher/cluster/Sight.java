package dev.uruimi.watcher.cluster;

import dev.uruimi.events.StoreId;
import dev.uruimi.watcher.diagnosis.Observation;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** What can be seen of the stores in the cluster. */
public interface Sight {

  /**
   * What the cluster shows of a store now, without what is remembered about it. Empty while that
   * cannot be trusted, because some informer does not watch.
   */
  Optional<Observation> of(StoreId id, Observation.Phase phase, Instant now);

  /** The stores of which something is seen. */
  Collection<StoreId> stores();
}
