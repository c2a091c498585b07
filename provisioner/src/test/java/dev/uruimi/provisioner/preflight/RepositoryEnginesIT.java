package dev.uruimi.provisioner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import dev.uruimi.helm.HelmSettings;
import dev.uruimi.helm.WorkerHelmRunner;
import dev.uruimi.provisioner.blueprint.Blueprint;
import dev.uruimi.provisioner.blueprint.Blueprints;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The engines of this repository, rendered by real Helm: no preflight refuses their plans. */
class RepositoryEnginesIT {

  @Test
  void everyPlanHoldsWhatItsChartRenders() throws Exception {
    var catalogue = EngineCatalogue.load(Path.of("engines"), _ -> null);
    var blueprints = new Blueprints(catalogue, "traefik", "7088");
    var settings = new HelmSettings(1, Duration.ofSeconds(60), null);
    try (var client = new KubernetesClientBuilder().build();
        var helm = WorkerHelmRunner.started(settings, client);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var renderings = new Renderings(helm, client, () -> "v1.33.0", threads);
      for (var name : List.of("woocommerce", "medusa")) {
        for (var plan : catalogue.find(name).orElseThrow().plans().keySet()) {
          var blueprint = blueprint(blueprints, name, plan);
          var rendering = renderings.of(blueprint).get(60, TimeUnit.SECONDS);
          assertThat(rendering).as(name).isInstanceOf(Rendering.Objects.class);
          var demand = ((Rendering.Objects) rendering).demand();

          assertThat(demand.lasting()).as(name).isNotEmpty();
          assertThat(demand.claims()).as(name).isNotEmpty();
          assertThat(demand.ingresses()).as(name).isNotEmpty();
          assertThat(QuotaCheck.of(demand, blueprint.plan().quota()))
              .as(name + " " + plan)
              .isEmpty();
          var facts = new ClusterFacts(List.of(), Set.of(), true, Set.of(), Set.of("traefik"));
          assertThat(ClassCheck.of(demand, facts)).as(name + " " + plan).isEmpty();
        }
      }
    }
  }

  private static Blueprint blueprint(Blueprints blueprints, String engine, String plan) {
    return blueprints.of(
        new StoreId("abcdefghjk"),
        new StoreSpecification(
            "Ann's", "o", engine, "1", plan, Map.of(), "a.localhost", "http", "default"));
  }
}
