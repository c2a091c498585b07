package dev.uruimi.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"7\"               | true  | true",
        "*                 | true  | true",
        "\"6\", \"7\"         | true  | true",
        "\"6\",W/\"7\" ,\"8\" | false | true",
        "W/\"7\"             | false | true",
        "\"77\"              | false | false",
        "\"\"                | false | false",
        "\"7,\"              | false | false"
      })
  void aWeakTagIsNoStrongOne(String header, boolean strong, boolean weak) {
    var tags = EntityTags.parse("If-Match", header);

    assertThat(tags.holdStrong(EntityTags.strong("7"))).isEqualTo(strong);
    assertThat(tags.hold(EntityTags.strong("7"))).isEqualTo(weak);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "7",
        "\"7",
        "7\"",
        "\"7\" \"8\"",
        "\"7\",",
        ",\"7\"",
        "w/\"7\"",
        "*, \"7\""
      })
  void whatIsNoListOfTagsIsABadRequest(String header) {
    assertThatThrownBy(() -> EntityTags.parse("If-Match", header))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("400");
  }

  @Test
  void aLongListIsReadToItsEnd() {
    assertThat(EntityTags.parse("If-Match", "\"1\",".repeat(2_000) + "\"7\"").holdStrong("\"7\""))
        .isTrue();
  }
}
