package dev.uruimi.watcher.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

  @ParameterizedTest
  @CsvSource({
    "Head \"https://r/v2/x?sig=abc&u=1\": EOF, Head \"https://r/v2/x?…\": EOF",
    "https://ada:geheim@r/v2, https://…@r/v2",
    "Authorization: Bearer abc.def-1, Authorization: Bearer …",
    "password=geheim is wrong, password=… is wrong",
    "api-key: geheim, api-key=…",
    "customer ada@example.com is unknown, customer … is unknown",
    "pods \"a\" is forbidden, pods \"a\" is forbidden"
  })
  void secretsAndAddressesAreTakenOut(String message, String masked) {
    assertThat(Masking.mask(message)).isEqualTo(masked);
  }

  @Test
  void aLongMessageOfManyLinesBecomesAShortLine() {
    assertThat(Masking.mask("word\n  ".repeat(200)))
        .hasSizeLessThanOrEqualTo(240)
        .doesNotContain("\n");
  }
}
