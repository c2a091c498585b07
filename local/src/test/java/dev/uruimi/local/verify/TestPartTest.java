package dev.uruimi.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class TestPartTest {

  @Test
  void allTestsAreOneRun() {
    assertThat(TestPart.runs(TestPart.USUAL)).hasSize(1);
    assertThat(TestPart.runs(EnumSet.of(TestPart.UNIT, TestPart.IT))).hasSize(1);
  }

  @Test
  void composeRunsOnlyWhenNamed() {
    assertThat(TestPart.USUAL).doesNotContain(TestPart.COMPOSE);
    assertThat(TestPart.runs(EnumSet.of(TestPart.COMPOSE)).getFirst())
        .contains("-Dit.test=ComposeProof");
  }

  @Test
  void theWholeSystemIsTestedOnlyWhenAsked() {
    assertThat(TestPart.runs(EnumSet.of(TestPart.UNIT, TestPart.IT)).getFirst())
        .doesNotContain("-DskipE2e=false");
    assertThat(TestPart.runs(EnumSet.of(TestPart.E2E)).getFirst()).contains("-DskipE2e=false");
  }
}
