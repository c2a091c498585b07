package dev.uruimi.watcher.verdict;

import static dev.uruimi.watcher.verdict.Records.ID;
import static dev.uruimi.watcher.verdict.Records.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.worker.leader.Leadership;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.Verdict;
import dev.uruimi.worker.record.Verdict.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every point at which the watcher can be killed or paused while it says a verdict. */
class VerdictsTest {

  private static final Verdict READY = Verdict.found(1, 1, 1, State.READY, null, NOW);
  private static final Reason REASON =
      Reason.of(ReasonCode.PODS_NOT_READY, Map.of("pods", "Deployment shop", "message", "m"));
  private static final Verdict DEGRADED = Verdict.found(1, 1, 2, State.DEGRADED, REASON, NOW);

  private final Records records = Records.withInstalled(1, 1);
  private final List<StoreEvent> log = new ArrayList<>();
  private final Verdicts verdicts =
      new Verdicts(records, (event, _) -> log.add(event), Leadership.always());

  @Test
  void aVerdictIsPublishedOnceAndRemembered() {
    assertThat(verdicts.say(ID, READY)).isTrue();

    assertThat(log).containsExactly(new StoreEvent.StoreReady(ID, 1, 1, 1));
    assertThat(records.verdict()).isEqualTo(READY.said(0));
    assertThat(records.now().getStatus().everReady()).isTrue();
  }

  @Test
  void killedBeforeTheEventItIsPublishedAfterTheRestart() {
    var killed =
        new Verdicts(
            records,
            (_, _) -> {
              throw new IllegalStateException("killed");
            },
            Leadership.always());
    assertThatThrownBy(() -> killed.say(ID, READY)).hasMessage("killed");
    assertThat(records.verdict()).isEqualTo(READY);

    verdicts.finish(ID);

    assertThat(log).containsExactly(new StoreEvent.StoreReady(ID, 1, 1, 1));
    assertThat(records.verdict()).isEqualTo(READY.said(0));
  }

  @Test
  void killedAfterTheEventItIsRepeatedWithTheSameId() {
    var killed =
        new Verdicts(
            new FailingAfter(records, 1), (event, _) -> log.add(event), Leadership.always());
    assertThatThrownBy(() -> killed.say(ID, READY)).hasMessage("killed");

    verdicts.finish(ID);

    assertThat(log)
        .extracting(StoreEvent::id)
        .containsExactly("sh0p000001/1/ready/1", "sh0p000001/1/ready/1");
    assertThat(records.verdict()).isEqualTo(READY.said(0));
  }

  @Test
  void afterARestartNothingIsPublishedTwice() {
    verdicts.say(ID, READY);
    log.clear();

    verdicts.finish(ID);

    assertThat(log).isEmpty();
    assertThat(Verdicts.pending(records.now())).isEmpty();
  }

  @Test
  void aVerdictOfSomebodyPausedTooLongIsRefused() {
    verdicts.say(ID, READY);
    verdicts.say(ID, DEGRADED);
    log.clear();
    var late = Verdict.found(1, 1, 2, State.DEGRADED, REASON, NOW.minusSeconds(60));

    assertThat(verdicts.say(ID, late)).isFalse();

    assertThat(log).isEmpty();
    assertThat(records.verdict()).isEqualTo(DEGRADED.said(0));
  }

  @Test
  void whoLeadsNoLongerSaysNothing() {
    var replaced = new Verdicts(records, (event, _) -> log.add(event), leading(false, 1));

    assertThat(replaced.say(ID, READY)).isFalse();

    assertThat(log).isEmpty();
    assertThat(records.verdict()).isNull();
  }

  @Test
  void aLeaderThatWasReplacedIsRefusedWhateverItThinks() {
    new Verdicts(records, (event, _) -> log.add(event), leading(true, 3)).say(ID, READY);
    log.clear();
    var replaced = new Verdicts(records, (event, _) -> log.add(event), leading(true, 2));

    assertThat(replaced.say(ID, DEGRADED)).isFalse();

    assertThat(log).isEmpty();
    assertThat(records.verdict()).isEqualTo(READY.said(3));
  }

  private static Leadership leading(boolean held, long term) {
    return new Leadership() {
      @Override
      public boolean isHeld() {
        return held;
      }

      @Override
      public long term() {
        return term;
      }
    };
  }

  @Test
  void nothingIsSaidOfAStoreThatIsToBeGone() {
    records.deleted();

    assertThat(verdicts.say(ID, READY)).isFalse();

    assertThat(log).isEmpty();
    assertThat(records.writes()).isZero();
  }

  @Test
  void nothingIsPublishedOfAStoreThatWasDeletedMeanwhile() {
    records.says(READY);
    records.deleted();

    verdicts.finish(ID);

    assertThat(log).isEmpty();
    assertThat(records.writes()).isZero();
  }

  @Test
  void nothingIsSaidOfAnOlderAttemptOrRevision() {
    records.upgraded(2);
    assertThat(verdicts.say(ID, READY)).isFalse();
    records.begunAnew(2);
    assertThat(verdicts.say(ID, READY)).isFalse();

    assertThat(log).isEmpty();
  }

  @Test
  void aNewVerdictWaitsUntilTheOneBeforeIsPublished() {
    records.says(READY);

    assertThat(verdicts.say(ID, DEGRADED)).isFalse();
    verdicts.finish(ID);
    assertThat(verdicts.say(ID, DEGRADED)).isTrue();

    assertThat(log).extracting(StoreEvent::discriminator).containsExactly("ready/1", "degraded/2");
  }

  @Test
  void failureIsSaidInTheWatchersName() {
    verdicts.say(ID, Verdict.found(1, 1, 1, State.FAILED, REASON, NOW));

    assertThat(log)
        .extracting(StoreEvent::id)
        .containsExactly("sh0p000001/1/failed/readiness-watcher/1");
  }

  /** Works a number of times, then its owner is killed. */
  private static final class FailingAfter implements RecordAccess {
    private final Records records;
    private final int writes;

    FailingAfter(Records records, int writes) {
      this.records = records;
      this.writes = writes;
    }

    @Override
    public dev.uruimi.worker.record.StoreRecords.Change change(
        dev.uruimi.events.StoreId id,
        java.util.function.Function<@Nullable StoreRecord, @Nullable StoreRecord> decision) {
      return records.change(
          id,
          record -> {
            var wanted = decision.apply(record);
            if (wanted != null && records.writes() >= writes) {
              throw new IllegalStateException("killed");
            }
            return wanted;
          });
    }
  }
}
