package dev.uruimi.watcher.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POSTGRES_PASSWORD=geheim-1",
        "{\"password\":\"geheim-1\",\"user\":\"ada\"}",
        "{\\\"adminPassword\\\":\\\"geheim-1\\\"}",
        "db_password: 'geheim-1 two words'",
        "Set-Cookie: connect.sid=geheim-1; Path=/",
        "postgres://medusa:geheim-1@database/medusa",
        "-----BEGIN RSA PRIVATE KEY-----\ngeheim-1\nmore of it",
        "stripe says sk_live_geheim-1geheim-1",
        "jwt eyJhbGciOiJIUzI1NiJ9.geheim-1.c2lnbmF0dXJl",
        "'password' => 'geheim-1'"
      })
  void whatLooksLikeASecretIsHidden(String text) {
    assertThat(Masking.hide(text)).doesNotContain("geheim-1").contains("…");
  }

  @Test
  void longRandomWordsAreHidden() {
    assertThat(Masking.hide("got 0123456789abcdef0123456789abcdef")).isEqualTo("got …");
    assertThat(Masking.hide("got q7Lr0ZbW9xKfT2vN8hYcPd4M")).isEqualTo("got …");
  }

  @Test
  void whatHelpsToFindTheCauseStays() {
    var lines =
        """
        at /usr/local/lib/node_modules/medusa/Dist20/loaders/Database.js:12
        pulled r/shop@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
        pod medusa-api-7d9c8b6f5-x2x4p of store-k7abcdefgh, exit code 137
        passed: 12, failed: 1, token: 401        """;

    assertThat(Masking.hide(lines)).isEqualTo(lines);
  }

  @Test
  void aHostileLineTakesNoTime() {
    var hostile =
        "pass".repeat(250) + "a@".repeat(500) + "eyJ" + "x.".repeat(500) + "'".repeat(999);

    assertThat(
            assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                  var hidden = "";
                  for (int line = 0; line < 400; line++) {
                    hidden = Masking.hide(hostile);
                  }
                  return hidden;
                }))
        .isNotEmpty();
  }
}
