package dev.uruimi.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.api.web.ProblemException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "PT0S", "PT59S", "P90DT1S", "-PT1H", "P1Y", "PT1H\n"})
  void onlyDurationsFromAMinuteToNinetyDaysAreTaken(String text) {
    assertThatThrownBy(() -> Since.parse(text)).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "PT1M, PT1M",
    "PT1H, PT1M",
    "PT24H, PT1H",
    "P7D, PT3H",
    "P14D, PT6H",
    "P30D, PT12H",
    "P90D, P2D"
  })
  void bucketsAreRoundAndNotTooMany(String since, String bucket) {
    var length = Since.bucket(Since.parse(since));

    assertThat(length).isEqualTo(Duration.parse(bucket));
    assertThat(Since.parse(since).dividedBy(length)).isLessThanOrEqualTo(60);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleOnes() {
    assertThat(TypicalTimes.median(List.of(9L, 1L, 5L))).isEqualTo(5);
    assertThat(TypicalTimes.median(List.of(9L, 1L, 5L, 7L))).isEqualTo(6);
    assertThat(TypicalTimes.median(List.of(3L))).isEqualTo(3);
  }
}
