package dev.uruimi.watcher.evidence;

import static dev.uruimi.watcher.evidence.Recorded.ID;
import static dev.uruimi.watcher.evidence.Recorded.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.EvidenceReference;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.worker.record.Verdict.State;
import org.junit.jupiter.api.Test;

class OccasionTest {

  private static final StoreFailed DEADLINE = new StoreFailed(ID, 2, "store-api", 0, REASON);

  @Test
  void aVerdictOtherThanReadyIsOne() {
    assertThat(Occasion.of(Recorded.with(2, State.FAILED, 3), null))
        .hasValueSatisfying(
            occasion -> {
              assertThat(occasion.id(ID)).isEqualTo("sh0p000001/2/failed-3");
              assertThat(occasion.key()).isEqualTo("2.failed-3");
            });
    assertThat(Occasion.of(Recorded.with(2, State.DEGRADED, 4), null))
        .map(occasion -> occasion.id(ID))
        .contains("sh0p000001/2/degraded-4");
    assertThat(Occasion.of(Recorded.with(2, State.READY, 5), null)).isEmpty();
  }

  @Test
  void itsNameIsTheOneThatTheEventTells() {
    assertThat(Occasion.of(Recorded.with(2, State.FAILED, 3), null).orElseThrow().id(ID))
        .isEqualTo(EvidenceReference.ofFailure(ID, 2, "readiness-watcher", 3));
    assertThat(Occasion.of(Recorded.with(2, State.DEGRADED, 4), null).orElseThrow().id(ID))
        .isEqualTo(EvidenceReference.ofDegradation(ID, 2, 4));
    assertThat(Occasion.of(Recorded.givenUp(2), null).orElseThrow().id(ID))
        .isEqualTo(EvidenceReference.ofFailure(ID, 2, "provisioner", 0));
    assertThat(Occasion.of(Recorded.starting(2), DEADLINE).orElseThrow().id(ID))
        .isEqualTo(EvidenceReference.ofFailure(ID, 2, "store-api", 0));
  }

  @Test
  void soIsWhatTheProvisionerGaveUp() {
    assertThat(Occasion.of(Recorded.givenUp(2), null))
        .map(Occasion::key)
        .contains("2.failed-provisioner");
  }

  @Test
  void soIsADeadlineOfTheNewestAttempt() {
    assertThat(Occasion.of(Recorded.starting(2), DEADLINE))
        .map(Occasion::key)
        .contains("2.failed-store-api");
    assertThat(Occasion.of(Recorded.starting(3), DEADLINE)).isEmpty();
  }

  @Test
  void theWatchersOwnWordIsWorthMore() {
    assertThat(Occasion.of(Recorded.with(2, State.READY, 1), DEADLINE)).isEmpty();
    assertThat(Occasion.of(Recorded.with(2, State.FAILED, 1), DEADLINE))
        .map(Occasion::key)
        .contains("2.failed-1");
  }

  @Test
  void aVerdictOfAnEarlierAttemptIsNone() {
    assertThat(Occasion.of(Recorded.begunAnew(Recorded.with(2, State.FAILED, 1)), null)).isEmpty();
  }

  @Test
  void aStoreThatIsToBeGoneHasNone() {
    assertThat(Occasion.of(Recorded.deleted(Recorded.with(2, State.FAILED, 1)), DEADLINE))
        .isEmpty();
    assertThat(Occasion.of(null, DEADLINE)).isEmpty();
  }
}
