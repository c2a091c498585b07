package dev.uruimi.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.api.web.ProblemException;
import org.junit.jupiter.api.Test;

class PositionTest {

  @Test
  void theHeaderComesBeforeTheParameter() {
    assertThat(Position.of("3", "2", 9)).hasValue(3);
    assertThat(Position.of("", "2", 9)).hasValue(2);
    assertThat(Position.of(null, null, 9)).isEmpty();
  }

  @Test
  void aPositionOfADatabaseThatWasRestoredSinceBeginsAnew() {
    assertThat(Position.of("10", null, 9)).hasValue(0);
  }

  @Test
  void refusesWhatItNeverGave() {
    assertThatThrownBy(() -> Position.of("x", null, 9)).isInstanceOf(ProblemException.class);
  }
}
