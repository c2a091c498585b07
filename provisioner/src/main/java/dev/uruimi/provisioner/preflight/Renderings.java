package dev.uruimi.provisioner.preflight;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.uruimi.helm.ChartRenderer;
import dev.uruimi.helm.HelmException;
import dev.uruimi.helm.HelmFailure;
import dev.uruimi.helm.Installation;
import dev.uruimi.provisioner.blueprint.Blueprint;
import dev.uruimi.provisioner.blueprint.Installations;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Rendered charts, kept by what they depend on. One is rendered at a time, so that installations
 * keep their Helm workers; who does not want to wait asks again later.
 */
final class Renderings {

  private static final int KEPT = 50;

  private final ChartRenderer charts;
  private final KubernetesClient client;
  private final Supplier<String> version;
  private final ExecutorService threads;
  private final Semaphore place = new Semaphore(1);
  private final Map<Key, CompletableFuture<Rendering>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompletableFuture<Rendering>> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * @param client reads YAML
   * @param version of the cluster's Kubernetes
   */
  Renderings(
      ChartRenderer charts,
      KubernetesClient client,
      Supplier<String> version,
      ExecutorService threads) {
    this.charts = charts;
    this.client = client;
    this.version = version;
    this.threads = threads;
  }

  /** Everything a rendering depends on; name and host of the store are placeholders in it. */
  private record Key(String engine, String version, String plan, Map<String, Object> values) {}

  /** What the chart came to; failed futures are forgotten, so that the next ask tries again. */
  synchronized CompletableFuture<Rendering> of(Blueprint blueprint) {
    var key =
        new Key(
            blueprint.engine().name(),
            blueprint.engine().chartVersion(),
            blueprint.store().plan(),
            blueprint.store().values());
    var found = known.get(key);
    if (found != null && !found.isCompletedExceptionally()) {
      return found;
    }
    var installation = Installations.of(blueprint, 1);
    var future = CompletableFuture.supplyAsync(() -> render(installation), threads);
    known.put(key, future);
    return future;
  }

  private Rendering render(Installation installation) {
    place.acquireUninterruptibly();
    try {
      var text = charts.render(installation, version.get());
      var objects = client.load(new ByteArrayInputStream(text.getBytes(UTF_8))).items();
      return new Rendering.Objects(Demand.of(objects));
    } catch (HelmException e) {
      if (e.failure() == HelmFailure.CHART_INVALID && isOfTheSchema(e)) {
        return new Rendering.Refused(String.valueOf(e.getMessage()));
      }
      throw e;
    } finally {
      place.release();
    }
  }

  /** Other failures may be due to what a template asks the cluster, which a rendering does not. */
  private static boolean isOfTheSchema(HelmException e) {
    return String.valueOf(e.getMessage()).contains("values don't meet the specifications");
  }
}
