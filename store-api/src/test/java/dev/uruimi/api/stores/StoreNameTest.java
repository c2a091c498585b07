package dev.uruimi.api.stores;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada's Tea",
        "  Müller & Söhne  ",
        "茶の店",
        "चाय की दुकान",
        "متجر",
        "50% off + more!",
        "a",
        "$HOME ${host} {{x}}",
        "x'; drop table stores; --"
      })
  void takesNamesPeopleGive(String name) {
    assertThat(StoreName.complaint(StoreName.normal(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "🍵",
        "Tea 🍵",
        "Tea ❤️",
        "1️⃣ shop",
        "<script>alert(1)</script>",
        "a\tb",
        "a\nb",
        "a\u0000b",
        "evil\u202Etxt",
        "zero\u200Bwidth",
        "\uD83C",
        "!!!",
        "©"
      })
  void refusesWhatCannotBeShownSafely(String name) {
    assertThat(StoreName.complaint(StoreName.normal(name))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {61, 300})
  void refusesLongOnesAndTellsTheirLength(int length) {
    assertThat(StoreName.complaint("a".repeat(length)).orElseThrow())
        .isEqualTo("must have 1 to 60 characters, not " + length);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60})
  void takesTheLongestAndTheShortest(int length) {
    assertThat(StoreName.complaint("a".repeat(length))).isEmpty();
  }
}
