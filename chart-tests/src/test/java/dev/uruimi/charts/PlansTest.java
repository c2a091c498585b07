package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A plan is the same size in the engine's file as in the chart's values file. */
class PlansTest {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> PLANS = List.of("small", "medium", "large");

  @ParameterizedTest
  @EnumSource(Chart.class)
  void theEngineAndTheChartAgree(Chart chart) throws IOException {
    var plans = engine(chart).path("plans");

    assertThat(plans.propertyNames()).containsExactlyInAnyOrderElementsOf(PLANS);
    for (var plan : PLANS) {
      var file = chart.folder().resolve("values-" + plan + ".yaml");
      var inline = plans.path(plan).path("values");
      if (inline.isObject()) {
        assertThat(inline).as(plan).isEqualTo(YAML.readTree(Files.readString(file)));
      } else {
        assertThat(plans.path(plan).toString()).as(plan).contains(file.getFileName().toString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"MEDUSA, MEDUSA_VALUES_FILE", "WOOCOMMERCE, STORE_VALUES_FILE"})
  void theNamedValuesFileIsLaidOverTheDefaults(Chart chart, String variable) {
    var local = StoreUnderTest.of(chart, "aaaaaaaaaa", "small");
    var prod =
        StoreUnderTest.of(
            chart,
            "aaaaaaaaaa",
            "small",
            Map.of(variable, "charts/%s/values-prod.yaml".formatted(chart.id())));

    assertThat(images(local)).allMatch(image -> image.startsWith("localhost/uruimi/"));
    assertThat(images(prod)).allMatch(image -> image.startsWith("registry.example.com/uruimi/"));
  }

  private static List<String> images(StoreUnderTest store) {
    return store.render().containers().map(Container::getImage).toList();
  }

  private static JsonNode engine(Chart chart) throws IOException {
    var file =
        Stream.of(
                Path.of("engines", chart.id() + ".yaml"),
                Path.of("engines", chart.id(), "engine.yaml"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    return YAML.readTree(Files.readString(file));
  }
}
