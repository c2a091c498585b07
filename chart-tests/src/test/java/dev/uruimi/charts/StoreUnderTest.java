package dev.uruimi.charts;

import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import dev.uruimi.provisioner.blueprint.Blueprint;
import dev.uruimi.provisioner.blueprint.Blueprints;
import dev.uruimi.provisioner.blueprint.Installations;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A store as the provisioner makes it: the repository's engine, a plan, and what it hands to the
 * chart.
 */
record StoreUnderTest(Chart chart, Blueprint blueprint) {

  static StoreUnderTest of(Chart chart, String id, String plan) {
    return of(chart, id, plan, Map.of());
  }

  /**
   * @param environment of the provisioner
   */
  static StoreUnderTest of(Chart chart, String id, String plan, Map<String, String> environment) {
    var store = new StoreId(id);
    var engines = EngineCatalogue.load(Path.of("engines"), environment::get);
    var asked =
        new StoreSpecification(
            "Ada's \"shop\" ${x}",
            "owner",
            chart.id(),
            engines.find(chart.id()).orElseThrow().chartVersion(),
            plan,
            Map.of(),
            store.host("localhost"),
            "http",
            "default");
    return new StoreUnderTest(chart, new Blueprints(engines, "traefik", "8080").of(store, asked));
  }

  String namespace() {
    return blueprint.namespace();
  }

  /** The chart with the values that the provisioner gives it. */
  Rendered render() {
    var installation = Installations.of(blueprint, 1);
    return chart.render(
        installation.valuesFiles(), JsonMapper.shared().writeValueAsString(installation.values()));
  }

  Rendered renderTests() {
    var installation = Installations.of(blueprint, 1);
    return chart.renderTests(
        installation.valuesFiles(), JsonMapper.shared().writeValueAsString(installation.values()));
  }
}
