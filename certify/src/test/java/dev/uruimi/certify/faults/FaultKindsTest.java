package dev.uruimi.certify.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultKindsTest {

  @Test
  void thereAreThirtyNumberedInOrder() {
    assertThat(FaultKinds.ALL.stream().map(FaultKind::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
  }

  @Test
  void eachSaysWhatItDoesAndHowItIsUndone() {
    assertThat(FaultKinds.ALL)
        .allSatisfy(
            kind -> {
              assertThat(kind.name()).isNotBlank();
              assertThat(kind.does()).isNotBlank();
              assertThat(kind.undone()).isNotBlank();
              assertThat(kind.lasts()).isPositive();
              assertThat(kind.settles()).isPositive();
            });
  }

  @Test
  void thereIsNoThirtyFirst() {
    assertThatThrownBy(() -> FaultKinds.numbered(31)).hasMessageContaining("31");
  }
}
