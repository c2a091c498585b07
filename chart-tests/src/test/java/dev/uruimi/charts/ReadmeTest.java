package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The charts' READMEs say what values.yaml says. */
class ReadmeTest {

  @ParameterizedTest
  @EnumSource(Chart.class)
  void theReadmeIsOfTodaysValues(Chart chart) throws IOException {
    Writing.assertKept(chart.folder().resolve("README.md"), ReadmeText.of(chart));
  }

  @ParameterizedTest
  @EnumSource(Chart.class)
  void everyValueIsExplained(Chart chart) throws IOException {
    assertThat(ReadmeText.rows(Files.readString(chart.folder().resolve("values.yaml"))))
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
