package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real API server takes everything the charts render, in namespaces as the provisioner makes
 * them: restricted pods, quota and limits. Checked as a dry run, field by field.
 */
class AdmissionIT {

  private static final String FREE = "no-quota";

  /** What a store's quota refuses: ways around the ingress. */
  private static final List<String> NOT_IN_A_STORE = List.of("node-port", "load-balancer");

  private static Cluster cluster;
  private static Map<Chart, StoreUnderTest> stores;

  @BeforeAll
  static void namespacesAsTheProvisionerMakesThem() throws Exception {
    cluster = new Cluster();
    cluster.restricted(FREE);
    stores =
        Map.of(
            Chart.MEDUSA, StoreUnderTest.of(Chart.MEDUSA, "maaaaaaaaa", "large"),
            Chart.WOOCOMMERCE, StoreUnderTest.of(Chart.WOOCOMMERCE, "waaaaaaaaa", "large"));
    stores.values().forEach(cluster::provision);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  static List<Variant> variants() {
    return Variant.all();
  }

  static Stream<Arguments> plans() {
    return Stream.of(Chart.values())
        .flatMap(
            chart -> Stream.of("small", "medium", "large").map(plan -> Arguments.of(chart, plan)));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyVariantIsAdmitted(Variant variant) {
    var namespace =
        NOT_IN_A_STORE.contains(variant.name()) ? FREE : stores.get(variant.chart()).namespace();

    var objects = withPods(variant.render(), variant.renderTests());

    assertThat(objects).hasSizeGreaterThanOrEqualTo(10);
    for (var object : objects) {
      assertThatCode(() -> cluster.check(object, namespace))
          .as("%s %s", object.path("kind").asString(), object.at("/metadata/name").asString())
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @EnumSource(Chart.class)
  void aStoreMayNotGoAroundTheIngress(Chart chart) {
    for (var name : NOT_IN_A_STORE) {
      var service = named(Variant.named(chart, name).render(), "Service", "shop");

      assertThatThrownBy(() -> cluster.create(service, stores.get(chart).namespace()))
          .hasMessageContaining("exceeded quota")
          .hasMessageContaining("services.");
    }
  }

  /** For real, so that the quota counts: volumes, services, both shop's pods, database and test. */
  @ParameterizedTest
  @MethodSource("plans")
  void aPlansQuotaHoldsTheShopItsSurgePodAndItsTest(Chart chart, String plan) {
    var store = StoreUnderTest.of(chart, id(chart, plan), plan);
    cluster.provision(store);
    var namespace = store.namespace();
    var rendered = store.render();

    for (var object : rendered.trees()) {
      if (!object.path("kind").asString().equals("Deployment")) {
        cluster.create(object, namespace);
      }
    }
    var shop = named(rendered, "Deployment", "shop");
    cluster.create(Cluster.podOf(shop, "shop"), namespace);
    cluster.create(Cluster.podOf(shop, "shop-surge"), namespace);
    cluster.create(Cluster.podOf(named(rendered, "Deployment", "database"), "database"), namespace);
    store.renderTests().trees().forEach(test -> cluster.create(test, namespace));

    assertThat(cluster.client().pods().inNamespace(namespace).list().getItems()).hasSize(4);
  }

  @Test
  void thisServerDoesRefuse() {
    var variant = Variant.named(Chart.MEDUSA, "default");
    var namespace = stores.get(Chart.MEDUSA).namespace();
    var pod = Cluster.podOf(named(variant.render(), "Deployment", "shop"), "bad");

    var root = pod.deepCopy();
    ((ObjectNode) root.at("/spec/securityContext")).put("runAsNonRoot", false);
    assertThatThrownBy(() -> cluster.check(root, namespace))
        .hasMessageContaining("violates PodSecurity \"restricted");

    var misspelt = pod.deepCopy();
    ((ObjectNode) misspelt.path("spec")).put("enableServiceLink", false);
    assertThatThrownBy(() -> cluster.check(misspelt, namespace))
        .hasMessageContaining("unknown field \"spec.enableServiceLink\"");

    var greedy = pod.deepCopy();
    ((ObjectNode) greedy.at("/spec/containers/0/resources/limits")).put("memory", "64Gi");
    assertThatThrownBy(() -> cluster.check(greedy, namespace))
        .hasMessageContaining("exceeded quota");

    var route = named(Variant.named(Chart.MEDUSA, "http-route").render(), "HTTPRoute", "shop");
    ((ObjectNode) route.at("/spec/rules/0/matches/0/path")).put("value", "no-slash");
    assertThatThrownBy(() -> cluster.check(route, namespace))
        .hasMessageContaining("must be an absolute path");
  }

  private static String id(Chart chart, String plan) {
    return "%c%s00000000".formatted(chart.id().charAt(0), plan.substring(0, 1)).replace('l', 'x');
  }

  private static List<JsonNode> withPods(Rendered rendered, Rendered tests) {
    var all = new ArrayList<JsonNode>();
    for (var object : rendered.trees()) {
      all.add(object);
      if (object.path("kind").asString().equals("Deployment")) {
        all.add(Cluster.podOf(object, object.at("/metadata/name").asString() + "-pod"));
      }
    }
    all.addAll(tests.trees());
    return all;
  }

  private static JsonNode named(Rendered rendered, String kind, String name) {
    return rendered.trees().stream()
        .filter(object -> object.path("kind").asString().equals(kind))
        .filter(object -> object.at("/metadata/name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
