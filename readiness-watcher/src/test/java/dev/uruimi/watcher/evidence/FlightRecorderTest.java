package dev.uruimi.watcher.evidence;

import static dev.uruimi.watcher.evidence.Recorded.ID;
import static dev.uruimi.watcher.evidence.Recorded.NOW;
import static dev.uruimi.watcher.evidence.Recorded.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreId;
import dev.uruimi.watcher.evidence.Capture.Cause;
import dev.uruimi.worker.reconcile.Outcome;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.Verdict.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlightRecorderTest {

  private final KeptInMemory shelf = new KeptInMemory();
  private final List<String> gathered = new ArrayList<>();
  private @Nullable StoreRecord record;
  private boolean clusterAway;
  private FlightRecorder recorder = recorder();

  private FlightRecorder recorder() {
    return new FlightRecorder(_ -> record, this::gather, shelf);
  }

  private Capture gather(StoreId id, Occasion occasion) {
    if (clusterAway) {
      throw new IllegalStateException("away");
    }
    gathered.add(occasion.key());
    return new Capture(
        occasion.id(id),
        NOW,
        occasion.attempt(),
        occasion.status(),
        new Cause("c", "s"),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of());
  }

  private Outcome reconciled(@Nullable StoreRecord record) {
    this.record = record;
    return recorder.reconcile(ID);
  }

  @Test
  void anOccasionIsCapturedOnce() {
    assertThat(reconciled(Recorded.with(1, State.FAILED, 1))).isEqualTo(Outcome.settled());
    reconciled(Recorded.with(1, State.FAILED, 1));

    assertThat(gathered).containsExactly("1.failed-1");
    assertThat(shelf.keys).containsExactly("1.failed-1");
    assertThat(recorder.isWanted(ID)).isFalse();
  }

  @Test
  void theNextOneIsCapturedToo() {
    reconciled(Recorded.with(1, State.FAILED, 1));
    reconciled(Recorded.with(1, State.READY, 2));
    reconciled(Recorded.with(1, State.DEGRADED, 3));

    assertThat(shelf.keys).containsExactly("1.failed-1", "1.degraded-3");
  }

  @Test
  void afterARestartNothingIsCapturedAnew() {
    reconciled(Recorded.with(1, State.FAILED, 1));
    recorder = recorder();

    reconciled(Recorded.with(1, State.FAILED, 1));

    assertThat(gathered).hasSize(1);
  }

  @Test
  void whatAKilledWatcherMissedIsCapturedByTheNext() {
    clusterAway = true;
    reconciled(Recorded.with(1, State.FAILED, 1));
    clusterAway = false;
    recorder = recorder();

    assertThat(recorder.isWanted(ID)).isTrue();
    reconciled(Recorded.with(1, State.FAILED, 1));

    assertThat(shelf.keys).containsExactly("1.failed-1");
  }

  @Test
  void whatCannotBeCapturedNowIsTriedAgain() {
    clusterAway = true;
    assertThat(reconciled(Recorded.with(1, State.FAILED, 1))).isInstanceOf(Outcome.Again.class);
    assertThat(reconciled(Recorded.with(1, State.FAILED, 1))).isInstanceOf(Outcome.Again.class);
    clusterAway = false;

    assertThat(reconciled(Recorded.with(1, State.FAILED, 1))).isEqualTo(Outcome.settled());

    assertThat(shelf.keys).containsExactly("1.failed-1");
  }

  @Test
  void aDeadlineThatWasHeardBeforeTheRecordWasSeenIsCaptured() {
    recorder.heard(new StoreFailed(ID, 1, "store-api", 0, REASON));
    assertThat(recorder.isWanted(ID)).isFalse();

    reconciled(Recorded.starting(1));

    assertThat(shelf.keys).containsExactly("1.failed-store-api");
  }

  @Test
  void aStoreThatIsWellOrUnknownIsLeftAlone() {
    reconciled(null);
    reconciled(Recorded.starting(1));
    reconciled(Recorded.with(1, State.READY, 1));

    assertThat(gathered).isEmpty();
    assertThat(shelf.asked).isZero();
  }

  @Test
  void evidenceGoesWhenTheStoreIsVerifiedGone() {
    reconciled(Recorded.with(1, State.FAILED, 1));

    reconciled(Recorded.deleted(Recorded.with(1, State.FAILED, 1)));
    assertThat(shelf.keys).isNotEmpty();
    reconciled(Recorded.gone(Recorded.with(1, State.FAILED, 1)));

    assertThat(shelf.keys).isEmpty();
    assertThat(recorder.isWanted(ID)).isFalse();
  }

  @Test
  void ofStoresThatAreGoneOnlyThoseWithEvidenceAreTouched() {
    reconciled(Recorded.gone(Recorded.with(1, State.READY, 1)));
    assertThat(shelf.asked).isZero();

    recorder.found(Set.of(ID));

    assertThat(recorder.isWanted(ID)).isTrue();
    reconciled(Recorded.gone(Recorded.with(1, State.READY, 1)));
    assertThat(shelf.asked).isOne();
  }

  private static final class KeptInMemory implements Shelf {
    private final List<String> keys = new ArrayList<>();
    private int asked;

    @Override
    public boolean has(StoreId id, String key) {
      asked++;
      return keys.contains(key);
    }

    @Override
    public void keep(StoreRecord record, String key, Capture capture) {
      asked++;
      keys.add(key);
    }

    @Override
    public void remove(StoreId id) {
      asked++;
      keys.clear();
    }
  }
}
