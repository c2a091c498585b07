package dev.uruimi.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The engines of this repository. */
class RepositoryEnginesTest {

  private final EngineCatalogue catalogue = EngineCatalogue.load(Path.of("engines"), _ -> null);

  @Test
  void oneIsPreferred() {
    assertThat(catalogue.all()).filteredOn(Engine::preferred).hasSize(1);
  }

  @Test
  void valuesFilesCanBeChosenByTheNamesPeopleKnow() {
    assertThat(EngineVariables.in(Path.of("engines")))
        .contains("MEDUSA_VALUES_FILE", "STORE_VALUES_FILE");
  }

  @Test
  void noChoiceReachesForMoreThanTheShopItself() {
    var reaching =
        "(?i).*(image|registry|resource|storage|volume|mount|host|quota|replicas|secret|credential"
            + "|salt|ingress|route|service|account|polic|security|node|toleration|affinity|priority"
            + "|env|config|command|annotation|label).*";

    assertThat(catalogue.all().stream().flatMap(engine -> engine.choices().paths().stream()))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(String.join(".", path)).doesNotMatch(reaching));
  }

  @Test
  void theSchemaOfChoicesHoldsThemAloneWithTheirDefaults() {
    var schema = catalogue.find("woocommerce").orElseThrow().choices().schema();

    assertThat(schema)
        .containsEntry("additionalProperties", false)
        .extracting("properties.store.properties.currency")
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsAllEntriesOf(
            Map.of(
                "type", "string",
                "pattern", "^[A-Z]{3}$",
                "description", "an ISO 4217 code: EUR",
                "default", "EUR"));
    assertThat(schema.toString()).doesNotContain("existingSecret", "repository");
  }

  @Test
  void everyPlanSaysWhatItTakes() {
    assertThat(catalogue.all().stream().flatMap(engine -> engine.plans().values().stream()))
        .allSatisfy(
            plan ->
                assertThat(plan.resources())
                    .isNotNull()
                    .extracting("cpuMillis", "memoryBytes", "diskBytes")
                    .doesNotContainNull());
  }

  @Test
  void thoseThatAreNotOfferedByDefaultCanBe() {
    assertThat(EngineCatalogue.load(Path.of("optional-engines"), _ -> null).all())
        .extracting(Engine::name)
        .containsExactly("bench", "woocommerce-bitnami");
    assertThat(catalogue.find("woocommerce-bitnami")).isEmpty();
  }

  @Test
  void eachHasAPicture() {
    assertThat(catalogue.all()).extracting(Engine::picture).doesNotContainNull();
  }
}
