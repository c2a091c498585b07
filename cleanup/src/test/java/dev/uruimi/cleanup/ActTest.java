package dev.uruimi.cleanup;

import static dev.uruimi.cleanup.Observation.Namespace.ACTIVE;
import static dev.uruimi.cleanup.Observation.Namespace.GONE;
import static dev.uruimi.cleanup.Observation.Namespace.TERMINATING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActTest {

  @ParameterizedTest(
      name = "release {0}, stoppable {1}, pods {2}, free claims {3}, claims {4}: {5}")
  @CsvSource({
    "true, 2, 3, 2, 2, STOP_WORKLOADS",
    "true, 0, 3, 0, 2, UNINSTALL",
    "false, 2, 3, 2, 2, STOP_WORKLOADS",
    "false, 0, 3, 2, 2, REMOVE_CLAIMS",
    "false, 0, 3, 0, 2, WAIT",
    "false, 0, 0, 0, 1, WAIT",
    "false, 0, 0, 0, 0, REMOVE_NAMESPACE",
  })
  void takesWhatIsInsideFirst(
      boolean release, int stoppable, int pods, int freeClaims, int claims, Act expected) {
    var left = new Observation(ACTIVE, release, stoppable, pods, freeClaims, claims, 2);

    assertThat(Act.next(left, false)).isEqualTo(expected);
  }

  @Test
  void doesNotWaitForeverForWhatIsInside() {
    var left = new Observation(ACTIVE, true, 0, 1, 0, 1, 1);

    assertThat(Act.next(left, true)).isEqualTo(Act.REMOVE_NAMESPACE);
  }

  @Test
  void nobodyStripsFinalizers() {
    var left = new Observation(TERMINATING, false, 0, 0, 0, 0, 0);

    assertThat(Act.next(left, true)).isEqualTo(Act.WAIT);
  }

  @Test
  void isNotDoneBeforeTheVolumesAreGone() {
    assertThat(Act.next(new Observation(GONE, false, 0, 0, 0, 0, 1), false)).isEqualTo(Act.WAIT);
    assertThat(Act.next(new Observation(GONE, false, 0, 0, 0, 0, 0), false)).isEqualTo(Act.FINISH);
  }
}
