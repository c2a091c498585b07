package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A real API server takes everything that the platform's chart renders, and every pod, in a
 * namespace where pods must be restricted. A dry run, field by field.
 */
class PlatformAdmissionIT {

  private static final Set<String> MAKES_PODS = Set.of("Deployment", "StatefulSet");

  private static Cluster cluster;

  @BeforeAll
  static void aRestrictedNamespaceWithTheServicesAccounts() throws Exception {
    cluster = new Cluster();
    cluster.restricted(PlatformVariant.NAMESPACE);
    for (var service : List.of("store-api", "provisioner", "readiness-watcher", "cleanup")) {
      var account =
          new ServiceAccountBuilder().withNewMetadata().withName(service).endMetadata().build();
      cluster.client().resource(account).inNamespace(PlatformVariant.NAMESPACE).create();
    }
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  static List<PlatformVariant> variants() {
    return PlatformVariant.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyVariantIsAdmitted(PlatformVariant variant) {
    var objects = variant.render().trees();

    assertThat(objects).hasSizeGreaterThan(20);
    for (var object : objects) {
      if (MAKES_PODS.contains(kind(object))) {
        assertAdmitted(Cluster.podOf(object, object.at("/metadata/name").asString() + "-pod"));
      }
      if (!kind(object).equals("ServiceAccount")) {
        assertAdmitted(object);
      }
    }
    variant.renderTests().trees().forEach(PlatformAdmissionIT::assertAdmitted);
  }

  private static void assertAdmitted(JsonNode object) {
    assertThatCode(() -> cluster.check(object, PlatformVariant.NAMESPACE))
        .as("%s %s", kind(object), object.at("/metadata/name").asString())
        .doesNotThrowAnyException();
  }

  private static String kind(JsonNode object) {
    return object.path("kind").asString();
  }
}
