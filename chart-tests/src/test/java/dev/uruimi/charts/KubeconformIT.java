package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.cluster.ChartPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every variant against the schemas of the very API server that the platform runs. */
class KubeconformIT {

  @TempDir static Path folder;

  private static Path schemas;

  @BeforeAll
  static void schemasOfTheServer() throws Exception {
    schemas = Files.createDirectory(folder.resolve("schemas"));
    try (var cluster = new Cluster()) {
      assertThat(SchemaExport.write(cluster.raw("/openapi/v2"), schemas)).isGreaterThan(100);
    }
  }

  @Test
  void everyVariantConforms() throws Exception {
    var manifests = Files.createDirectory(folder.resolve("manifests"));
    var objects = 0;
    for (var variant : Variant.all()) {
      var text = variant.render().text() + "\n---\n" + variant.renderTests().text();
      objects += new Rendered(text).documents().size();
      Files.writeString(manifests.resolve(variant.toString().replace(' ', '-') + ".yaml"), text);
    }

    for (var variant : PlatformVariant.all()) {
      var text = variant.render().text() + "\n---\n" + variant.renderTests().text();
      objects += new Rendered(text).documents().size();
      Files.writeString(manifests.resolve("uruimi-" + variant.name() + ".yaml"), text);
    }

    var answer = kubeconform(manifests);

    assertThat(answer.path("resources")).as(answer.toString()).isEmpty();
    assertThat(answer.at("/summary/valid").asInt()).isEqualTo(objects);
    for (var count : List.of("invalid", "errors", "skipped")) {
      assertThat(answer.at("/summary/" + count).asInt()).as(count).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  replicas: 1           |   replicas: one                       | got string, want"
            + " integer",
        "  revisionHistoryLimit: |   revisionHistoryLimits:              | revisionHistoryLimits",
        "kind: HTTPRoute         | kind: HTTPRoutes                      | could not find schema",
        "  parentRefs:           |   parentReferences:                   | parentReferences",
      })
  void whatDoesNotConformIsFound(String from, String to, String said) throws Exception {
    var good = Variant.named(Chart.MEDUSA, "http-route").render().text();
    var bad = good.replaceFirst("(?m)^( *)" + from.strip(), "$1" + to.strip());
    assertThat(bad).isNotEqualTo(good);
    var file = Files.writeString(folder.resolve("bad.yaml"), bad);

    assertThat(kubeconform(file).path("resources").toString()).contains(said);
  }

  private static JsonNode kubeconform(Path manifests) throws Exception {
    var out = folder.resolve("kubeconform.json");
    var process =
        new ProcessBuilder(
                ChartPrograms.kubeconform().toString(),
                "-strict",
                "-summary",
                "-output",
                "json",
                "-schema-location",
                schemas + "/{{ .ResourceKind }}{{ .KindSuffix }}.json",
                manifests.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("kubeconform took longer than two minutes");
    }
    return JsonMapper.shared().readTree(Files.readString(out));
  }
}
