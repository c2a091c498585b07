package dev.uruimi.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCatalogueTest {

  static final String WINDOW =
      """
      name: window
      title: Window
      description: A static shop window
      chart: %s
      valuesFile: ${WINDOW_VALUES_FILE:%s}
      plans:
        small: {title: Small, description: small, quota: {pods: "2"}, values: {}}
      secrets:
        - name: s
          keys:
            u: {value: "admin@${host}"}
            p: {generate: password, length: 20}
      endpoints: [{name: shop, path: /}]
      credentials: {secret: s, usernameKey: u, passwordKey: p}
      deadline: PT1M
      readiness:
        live: []
        canSell:
          - name: page
            request: {method: GET, path: /}
            expect: {status: [200]}
      order: {number: n}
      """;

  @TempDir Path folder;
  private Path chart;
  private Path values;

  @BeforeEach
  void aChart() throws IOException {
    chart = Files.createDirectories(folder.resolve("charts/window"));
    Files.writeString(chart.resolve("Chart.yaml"), "name: window\nversion: 1.2.3\n");
    values = Files.writeString(folder.resolve("values.txt"), "");
  }

  @Test
  void readsAnEngine() throws IOException {
    engine("window", WINDOW.formatted(chart, values));

    var engine = load(_ -> null).find("window").orElseThrow();

    assertThat(engine.chartVersion()).isEqualTo("1.2.3");
    assertThat(engine.valuesFile()).isEqualTo(values);
    assertThat(engine.deadline()).isEqualTo(Duration.ofMinutes(1));
    assertThat(engine.readiness().canSell()).hasSize(1);
    assertThat(engine.choices().paths()).isEmpty();
    assertThat(engine.picture()).isNull();
  }

  @Test
  void takesTheValuesFileOfTheEnvironment() throws IOException {
    var other = Files.writeString(folder.resolve("other.txt"), "");
    engine("window", WINDOW.formatted(chart, values));

    var catalogue = load(name -> name.equals("WINDOW_VALUES_FILE") ? other.toString() : null);

    assertThat(catalogue.all().getFirst().valuesFile()).isEqualTo(other);
    assertThat(EngineVariables.in(folder.resolve("engines"))).containsExactly("WINDOW_VALUES_FILE");
  }

  @Test
  void variablesAreFoundInEnginesThatCannotBeUsed() throws IOException {
    engine("flow", "{name: 1, \"valuesFile\": \"${FLOW_FILE:x}\", broken");
    engine("none", "name: none\n# valuesfile: ${NONE:x}\n");

    assertThat(EngineVariables.in(folder.resolve("engines"))).containsExactly("FLOW_FILE");
    assertThat(EngineVariables.in(folder.resolve("not-there"))).isEmpty();
  }

  @Test
  void pathsWithADotBeforeThemAreOfTheEnginesOwnFolder() throws IOException {
    var own = engine("window", WINDOW.formatted("./chart", "./values-local.yaml"));
    Files.createDirectory(own.resolve("chart"));
    Files.writeString(own.resolve("chart/Chart.yaml"), "name: window\nversion: 3.0.0\n");
    Files.writeString(own.resolve("values-local.yaml"), "a: 1");
    Files.writeString(own.resolve("picture.svg"), "<svg/>");

    var engine = load(_ -> null).all().getFirst();

    assertThat(engine.chart()).isEqualTo(own.resolve("chart"));
    assertThat(engine.chartVersion()).isEqualTo("3.0.0");
    assertThat(engine.valuesFile()).isEqualTo(own.resolve("values-local.yaml"));
    assertThat(engine.picture()).isEqualTo(own.resolve("picture.svg"));
  }

  @Test
  void theEngineThatSaysSoIsPreferred() throws IOException {
    engine("a", WINDOW.formatted(chart, values).replace("name: window", "name: a"));
    assertThat(load(_ -> null).preferred().name()).isEqualTo("a");

    engine(
        "b",
        "default: true\n" + WINDOW.formatted(chart, values).replace("name: window", "name: b"));
    assertThat(load(_ -> null).preferred().name()).isEqualTo("b");
  }

  @Test
  void aPlansResourcesAreThoseOfItsQuota() throws IOException {
    var quota = "quota: {requests.cpu: 1500m, requests.memory: 1536Mi, requests.storage: 4G}";
    engine("window", WINDOW.formatted(chart, values).replace("quota: {pods: \"2\"}", quota));

    var plan = load(_ -> null).all().getFirst().plans().get("small");

    assertThat(plan.resources()).isEqualTo(new Resources(1500L, 1536L << 20, 4_000_000_000L));
  }

  @Test
  void whatAQuotaDoesNotSayIsNotKnown() throws IOException {
    engine("window", WINDOW.formatted(chart, values));

    assertThat(load(_ -> null).all().getFirst().plans().get("small").resources())
        .isEqualTo(new Resources(null, null, null));
  }

  private Path engine(String name, String text) throws IOException {
    var own = Files.createDirectories(folder.resolve("engines").resolve(name));
    Files.writeString(own.resolve("engine.yaml"), text);
    return own;
  }

  private EngineCatalogue load(UnaryOperator<@Nullable String> environment) {
    return EngineCatalogue.load(folder.resolve("engines"), environment);
  }
}
