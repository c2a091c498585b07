package dev.uruimi.watcher.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.watcher.cluster.ContainerLogs;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

  private static final String VALUE = "ge\"heim & co";
  private final Mask mask = Mask.of(List.of(VALUE, " ", "42", "first line\nsecond line\n--"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain ge\"heim & co!",
        "json {\"x\":\"ge\\\"heim & co\"}",
        "url ?x=ge%22heim+%26+co",
        "path /ge%22heim%20%26%20co/",
        "colours \u001b[1mge\"heim\u0000 & co\u001b[0m"
      })
  void aValueIsHiddenHoweverItIsWritten(String text) {
    assertThat(hide(text)).doesNotContain("heim").contains("…");
  }

  @Test
  void inBase64ItIsHiddenToo() {
    var encoded = Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8));

    assertThat(hide("data " + encoded)).isEqualTo("data …");
  }

  @Test
  void aShortValueIsHiddenWhereItStandsAlone() {
    assertThat(hide("pin 42, port 5428")).isEqualTo("pin …, port 5428");
  }

  @Test
  void everyLineOfALongValueIsHidden() {
    assertThat(hide("the second line of it")).isEqualTo("the … of it");
    assertThat(hide("-- and nothing")).isEqualTo("-- and nothing");
  }

  @Test
  void aValueCutInTwoIsHiddenToo() {
    for (int left = 1; left < VALUE.length(); left++) {
      var cut = "x".repeat(ContainerLogs.LONGEST_LINE - left) + VALUE.substring(0, left);

      assertThat(mask.hide(cut, 10_000)).matches("x+");
    }
  }

  @Test
  void theLengthIsKeptAndNoCharacterIsHalved() {
    var hidden = hide("😀".repeat(400));

    assertThat(hidden).hasSizeLessThanOrEqualTo(500).endsWith("😀…");
    assertThat(hide("\u0007bell\r")).isEqualTo("bell");
  }

  private String hide(String text) {
    return mask.hide(text, 500);
  }
}
