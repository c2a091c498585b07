package dev.uruimi.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events of every released version are read, and its readers read today's. */
class ReleasedSchemasTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path NOW = Path.of("src/main/resources/schemas");
  private static final Path FAILED = NOW.resolve("dev.uruimi.store.failed.v1.json");

  static List<Path> released() throws IOException {
    try (var files = Files.walk(Path.of("../docs/releases"))) {
      return files
          .filter(file -> file.getParent().endsWith("events") && file.toString().endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  @Test
  void everyTypeOfTheFirstReleaseIsRecorded() throws IOException {
    assertThat(released()).hasSizeGreaterThanOrEqualTo(9);
  }

  @ParameterizedTest
  @MethodSource("released")
  void nothingThatWasReleasedIsBroken(Path released) throws IOException {
    var now = NOW.resolve(released.getFileName());

    assertThat(now).as("an event type that was released").exists();
    assertThat(SchemaChanges.breaking(read(released), read(now)))
        .as("a breaking change needs a new event type, %s.v2", released.getFileName())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"epoch\",                  |                              | /required",
        "\"reason\"\\n  ]             | \"reason\", \"colour\"\\n  ]  | /required",
        "\"epoch\": {                | \"era\": {                   | /properties/epoch",
        "\"type\": \"boolean\"       | \"type\": \"string\"         | /properties/reason/properties/retryable/type",
        "\"provisioner\",            |                              | /properties/by/enum",
        "\"provisioner\",            | \"provisioner\", \"somebody\", | /properties/by/enum",
        "\"minimum\": 1              | \"minimum\": 2               | /properties/attempt/minimum",
        "\"maxLength\": 500          | \"maxLength\": 50            | /properties/reason/properties/parameters/additionalProperties/maxLength",
        "\"required\": [             | \"additionalProperties\": false, \"required\": [ | /additionalProperties",
      })
  void aBreakingChangeIsFound(String from, String to, String where) throws IOException {
    var text = Files.readString(FAILED);
    var change = from.replace("\\n", "\n");
    assertThat(text).contains(change);
    var changed = JSON.readTree(text.replace(change, to == null ? "" : to.replace("\\n", "\n")));

    assertThat(SchemaChanges.breaking(read(FAILED), changed)).contains(where);
  }

  @Test
  void aPropertyMoreAndAnotherDescriptionBreakNothing() throws IOException {
    var text =
        Files.readString(FAILED)
            .replace("\"properties\": {", "\"properties\": {\"colour\": {\"type\": \"string\"},")
            .replace("This attempt", "An attempt");

    assertThat(SchemaChanges.breaking(read(FAILED), JSON.readTree(text))).isEmpty();
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.readTree(Files.readString(file));
  }
}
