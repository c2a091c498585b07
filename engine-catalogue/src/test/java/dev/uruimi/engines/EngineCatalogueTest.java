package dev.uruimi.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCatalogueTest {

  private static final String WINDOW =
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
    chart = Files.createDirectory(folder.resolve("chart"));
    Files.writeString(chart.resolve("Chart.yaml"), "name: window\nversion: 1.2.3\n");
    values = Files.writeString(folder.resolve("values.txt"), "");
  }

  @Test
  void readsAnEngine() throws IOException {
    var engine = load(WINDOW.formatted(chart, values)).find("window").orElseThrow();

    assertThat(engine.chartVersion()).isEqualTo("1.2.3");
    assertThat(engine.valuesFile()).isEqualTo(values);
    assertThat(engine.deadline()).isEqualTo(Duration.ofMinutes(1));
    assertThat(engine.readiness().canSell()).hasSize(1);
  }

  @Test
  void takesTheValuesFileOfTheEnvironment() throws IOException {
    var other = Files.writeString(folder.resolve("other.txt"), "");
    Files.writeString(folder.resolve("window.yaml"), WINDOW.formatted(chart, values));

    var catalogue =
        EngineCatalogue.load(
            folder, name -> name.equals("WINDOW_VALUES_FILE") ? other.toString() : null);

    assertThat(catalogue.all().getFirst().valuesFile()).isEqualTo(other);
  }

  @Test
  void namesFileLineAndReasonOfAnUnknownField() {
    assertThatThrownBy(() -> load("name: window\ncolour: red\ntitle: t\n"))
        .isInstanceOf(BadEngineException.class)
        .hasMessageContaining("window.yaml:2")
        .hasMessageContaining("colour");
  }

  @Test
  void aRequestHasOneBody() {
    var both = "request: {method: POST, path: /, json: {a: 1}, form: {a: b}}";

    assertThatThrownBy(
            () ->
                load(
                    WINDOW
                        .formatted(chart, values)
                        .replace("request: {method: GET, path: /}", both)))
        .isInstanceOf(BadEngineException.class)
        .hasMessageContaining("\"page\": request has json and form");
  }

  @Test
  void namesAMissingField() {
    assertThatThrownBy(() -> load("name: window\nchart: " + chart + "\n"))
        .hasMessageContaining("window.yaml: title is missing");
  }

  @Test
  void namesAMissingChart() {
    assertThatThrownBy(() -> load(WINDOW.formatted("no/chart", values)))
        .hasMessageContaining("Chart.yaml");
  }

  private EngineCatalogue load(String text) throws IOException {
    Files.writeString(folder.resolve("window.yaml"), text);
    return EngineCatalogue.load(folder, _ -> null);
  }
}
