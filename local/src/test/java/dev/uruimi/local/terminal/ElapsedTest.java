package dev.uruimi.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "349, 0.3 s",
    "12_340, 12.3 s",
    "59_949, 59.9 s",
    "59_950, 1 min 00 s",
    "125_400, 2 min 05 s",
    "3_600_000, 60 min 00 s"
  })
  void isReadAsPeopleReadIt(String millis, String text) {
    assertThat(Elapsed.text(Duration.ofMillis(Long.parseLong(millis.replace("_", "")))))
        .isEqualTo(text);
  }
}
