package dev.uruimi.cleanup.sweep;

import dev.uruimi.events.StoreId;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what no live store has to do with, shows it and removes what may go. Does not take
 * place while the cluster is not seen wholly.
 */
public final class Sweep {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  private final ClusterSight sight;
  private final Judgement judgement;
  private final Removals removals;
  private final BooleanSupplier trusted;
  private final Clock clock;
  private volatile Report last;

  /**
   * @param trusted whether the informers show the present
   */
  Sweep(
      ClusterSight sight,
      Judgement judgement,
      Removals removals,
      BooleanSupplier trusted,
      Clock clock) {
    this.sight = sight;
    this.judgement = judgement;
    this.removals = removals;
    this.trusted = trusted;
    this.clock = clock;
    this.last = new Report(null, judgement.grace().toMillis(), List.of(), null, 0, null);
  }

  /** What the newest sweep came to. */
  Report last() {
    return last;
  }

  /**
   * What the newest sweep came to, and which stores the cluster has anything of now.
   *
   * @throws KubernetesClientException when the cluster cannot be read
   */
  WholeReport lastAndPresence() {
    return new WholeReport(last, sight.presence());
  }

  /**
   * Sweeps now.
   *
   * @param force how many held things may go all the same; counts only if it is their number
   */
  synchronized Report now(@Nullable Integer force) {
    if (!trusted.getAsBoolean()) {
      last = last.skipped("The cluster is not watched now.");
      return last;
    }
    Sight seen;
    try {
      seen = sight.now();
    } catch (KubernetesClientException e) {
      LOG.atWarn().log("no sweep, the cluster cannot be read: {}", e.toString());
      last = last.skipped("The cluster or the store records could not be read.");
      return last;
    }
    var now = clock.instant();
    var verdict = judgement.of(seen, now, force);
    verdict.remember().forEach(attempt(item -> removals.remember(item, now)));
    verdict.forget().forEach(attempt(removals::forget));
    verdict.remove().forEach(attempt(this::remove));
    adopt();
    last =
        new Report(
            now,
            judgement.grace().toMillis(),
            verdict.findings(),
            verdict.held(),
            verdict.heldCount(),
            null);
    return last;
  }

  private void remove(Item item) {
    LOG.atWarn()
        .addKeyValue("storeId", item.storeId())
        .addKeyValue("kind", item.kind().label())
        .addKeyValue("name", item.name())
        .log("removes what no live store has to do with");
    removals.remove(item);
  }

  private void adopt() {
    try {
      sight
          .unlabelledVolumes()
          .forEach(
              volume ->
                  removals.adopt(
                      volume,
                      new StoreId(
                          volume
                              .getSpec()
                              .getClaimRef()
                              .getNamespace()
                              .substring("store-".length()))));
    } catch (KubernetesClientException e) {
      LOG.atWarn().log("volumes are labelled by the next sweep: {}", e.toString());
    }
  }

  /** One item that cannot be changed now is no reason to leave the others; the next sweep tries. */
  private static Consumer<Item> attempt(Consumer<Item> change) {
    return item -> {
      try {
        change.accept(item);
      } catch (KubernetesClientException e) {
        LOG.atWarn()
            .addKeyValue("kind", item.kind().label())
            .addKeyValue("name", item.name())
            .log("tried again by the next sweep: {}", e.toString());
      }
    };
  }
}
