package dev.uruimi.provisioner.preflight;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import dev.uruimi.helm.ChartRenderer;
import dev.uruimi.provisioner.blueprint.Blueprint;
import dev.uruimi.provisioner.blueprint.Blueprints;
import dev.uruimi.provisioner.blueprint.NoBlueprintException;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of a store that somebody wants whether it would surely fail here, within a time. What
 * cannot be found out by then is not said.
 */
public final class Preflight {

  private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);

  /** Stands for the store, which has no id yet. */
  private static final StoreId NOBODY = new StoreId("prefnght00");

  private final Blueprints blueprints;
  private final Renderings renderings;
  private final RecentFacts facts;
  private final ImageCheck images;
  private final CapacityPolicy capacity;
  private final Duration limit;

  /**
   * @param threads of calls that may outlast their asker
   * @param limit after which nothing more is said
   */
  public Preflight(
      Blueprints blueprints,
      ChartRenderer charts,
      KubernetesClient client,
      ExecutorService threads,
      Clock clock,
      CapacityPolicy capacity,
      Duration limit) {
    this.blueprints = blueprints;
    this.renderings =
        new Renderings(
            charts, client, () -> client.getKubernetesVersion().getGitVersion(), threads);
    this.facts = new RecentFacts(new ClusterReading(client), threads, clock);
    this.images = new ImageCheck(clock);
    this.capacity = capacity;
    this.limit = limit;
  }

  /** What is known against the store; empty: nothing. */
  public List<Refusal> refusals(Asked asked) {
    return reasons(asked).stream().map(Refusal::of).toList();
  }

  private List<Reason> reasons(Asked asked) {
    var end = System.nanoTime() + limit.toNanos();
    Blueprint blueprint;
    try {
      blueprint = blueprints.of(NOBODY, specification(asked));
    } catch (NoBlueprintException e) {
      return List.of(e.reason());
    }
    var cluster = facts.now();
    try {
      return switch (within(renderings.of(blueprint), end)) {
        case Rendering.Refused(var message) ->
            List.of(Reason.of(ReasonCode.CHART_INVALID, Map.of("message", message)));
        case Rendering.Objects(var demand) -> {
          var reasons = new ArrayList<>(QuotaCheck.of(demand, blueprint.plan().quota()));
          reasons.addAll(ofCluster(demand, cluster, end));
          yield reasons;
        }
      };
    } catch (TimeoutException | ExecutionException e) {
      LOG.atInfo().addKeyValue("engine", asked.engine()).log("nothing rendered: {}", e.toString());
      return List.of();
    }
  }

  private List<Reason> ofCluster(Demand demand, CompletableFuture<ClusterFacts> cluster, long end) {
    try {
      var known = within(cluster, end);
      var reasons = new ArrayList<>(ClassCheck.of(demand, known));
      if (capacity == CapacityPolicy.REFUSE) {
        reasons.addAll(CapacityCheck.of(demand, known.rooms()));
      }
      reasons.addAll(images.of(demand, known.rooms()));
      return reasons;
    } catch (TimeoutException | ExecutionException e) {
      LOG.atInfo().log("nothing known of the cluster: {}", e.toString());
      return List.of();
    }
  }

  private static <T> T within(CompletableFuture<T> future, long end)
      throws TimeoutException, ExecutionException {
    try {
      return future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExecutionException("interrupted", e);
    }
  }

  private static StoreSpecification specification(Asked asked) {
    return new StoreSpecification(
        "Preflight",
        "preflight",
        asked.engine(),
        asked.engineVersion(),
        asked.plan(),
        asked.values(),
        "preflight.localhost",
        "http",
        "default");
  }
}
