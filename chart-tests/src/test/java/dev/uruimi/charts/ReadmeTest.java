package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The charts' READMEs say what values.yaml says. */
class ReadmeTest {

  @ParameterizedTest
  @EnumSource(Chart.class)
  void theReadmeIsOfTodaysValues(Chart chart) throws IOException {
    Writing.assertKept(chart.folder().resolve("README.md"), ReadmeText.of(chart));
  }

  @Test
  void thePlatformsReadmeIsToo() throws IOException {
    Writing.assertKept(
        PlatformVariant.FOLDER.resolve("README.md"),
        ReadmeText.of(
            PlatformVariant.FOLDER,
            """
            ```sh
            helm install uruimi charts/uruimi --namespace uruimi-system --create-namespace --values charts/uruimi/values-prod.yaml --values my-values.yaml
            helm test uruimi --namespace uruimi-system
            ```

            Kubernetes VERSION. One release in a cluster. The guide: [docs/production.md](../../docs/production.md).
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"medusa", "woocommerce", "uruimi"})
  void everyValueIsExplained(String chart) throws IOException {
    assertThat(ReadmeText.rows(Files.readString(Path.of("charts", chart, "values.yaml"))))
        .hasSizeGreaterThan(30)
        .filteredOn(row -> row.description().isEmpty())
        .extracting(ReadmeText.Row::key)
        .as("values without a comment above them")
        .isEmpty();
  }

  @Test
  void aRowIsWhatStandsAboveItsKey() {
    assertThat(
            ReadmeText.rows(
                """
                # The file.

                # A group.
                group:
                  # One
                  # value.
                  one: 1
                  two: {a: b}
                none: null
                """))
        .containsExactly(
            new ReadmeText.Row("group.one", "number", "1", "One value."),
            new ReadmeText.Row("group.two", "object", "{\"a\":\"b\"}", "A group."),
            new ReadmeText.Row("none", "may be null", "null", ""));
  }
}
