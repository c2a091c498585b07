package dev.uruimi.watcher.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.watcher.diagnosis.Diagnosis.Failing;
import dev.uruimi.watcher.diagnosis.Diagnosis.Finding;
import dev.uruimi.watcher.diagnosis.Diagnosis.Healthy;
import dev.uruimi.watcher.diagnosis.Diagnosis.Waiting;
import dev.uruimi.worker.record.Verdict;
import dev.uruimi.worker.record.Verdict.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTransitionsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Reason QUOTA = reason(ReasonCode.QUOTA_EXCEEDED, Map.of("message", "m"));
  private static final Reason PODS = reason(ReasonCode.PODS_NOT_READY, Map.of("message", "m"));
  private static final Reason SILENT = reason(ReasonCode.SHOP_NOT_ANSWERING, Map.of());

  @Test
  void theFirstHealthyFindingIsReady() {
    assertThat(next(null, new Healthy())).contains(Verdict.found(2, 3, 1, State.READY, null, NOW));
  }

  @Test
  void anAttemptThatWasNeverReadyFails() {
    assertThat(next(null, failing(QUOTA)))
        .contains(Verdict.found(2, 3, 1, State.FAILED, QUOTA, NOW));
  }

  @Test
  void oneThatWasReadyDegrades() {
    assertThat(next(State.READY, null, failing(QUOTA)))
        .contains(Verdict.found(2, 3, 6, State.DEGRADED, QUOTA, NOW));
  }

  @Test
  void oneThatIsDegradedNeverFails() {
    assertThat(next(State.DEGRADED, PODS, failing(QUOTA)))
        .map(Verdict::state)
        .contains(State.DEGRADED);
  }

  @Test
  void failedAndDegradedHeal() {
    assertThat(next(State.FAILED, QUOTA, new Healthy())).map(Verdict::state).contains(State.READY);
    assertThat(next(State.DEGRADED, QUOTA, new Healthy()))
        .map(Verdict::state)
        .contains(State.READY);
  }

  @Test
  void nothingIsSaidTwice() {
    assertThat(next(State.READY, null, new Healthy())).isEmpty();
    assertThat(next(State.FAILED, QUOTA, failing(QUOTA))).isEmpty();
    assertThat(next(State.DEGRADED, QUOTA, failing(QUOTA))).isEmpty();
  }

  @Test
  void anotherMessageOfTheSameCauseIsNotNews() {
    var later = reason(ReasonCode.QUOTA_EXCEEDED, Map.of("message", "another"));

    assertThat(next(State.FAILED, QUOTA, failing(later))).isEmpty();
  }

  @Test
  void anotherImageIsNews() {
    var one = reason(ReasonCode.IMAGE_PULL, Map.of("image", "a"));
    var other = reason(ReasonCode.IMAGE_PULL, Map.of("image", "b"));

    assertThat(next(State.FAILED, one, failing(other))).isPresent();
  }

  @Test
  void theSaidCauseStaysWhileItIsAmongThoseThatAreThere() {
    var crash = reason(ReasonCode.CRASH_LOOP, Map.of("container", "api"));

    assertThat(next(State.FAILED, crash, failing(QUOTA, crash, PODS))).isEmpty();
  }

  @Test
  void aVagueCauseNeverReplacesAnother() {
    assertThat(next(State.FAILED, QUOTA, failing(PODS))).isEmpty();
    assertThat(next(State.DEGRADED, SILENT, failing(PODS))).isEmpty();
  }

  @Test
  void aClearCauseReplacesAVagueOne() {
    assertThat(next(State.DEGRADED, PODS, failing(QUOTA, PODS)))
        .map(Verdict::reason)
        .contains(QUOTA);
  }

  @Test
  void waitingSaysNothing() {
    assertThat(next(null, new Waiting())).isEmpty();
    assertThat(next(State.READY, null, new Waiting())).isEmpty();
    assertThat(next(State.FAILED, QUOTA, new Waiting())).isEmpty();
  }

  @Test
  void aNewRevisionIsReadyOnceMore() {
    var before = Verdict.found(2, 2, 5, State.READY, null, NOW).said(0);

    assertThat(next(before, new Healthy()))
        .contains(Verdict.found(2, 3, 6, State.READY, null, NOW));
  }

  private static Optional<Verdict> next(State last, @Nullable Reason reason, Finding finding) {
    return next(Verdict.found(2, 3, 5, last, reason, NOW).said(0), finding);
  }

  private static Optional<Verdict> next(@Nullable Verdict last, Finding finding) {
    return VerdictTransitions.next(new Installation(2, 3, last), finding, NOW);
  }

  private static Failing failing(Reason... causes) {
    return new Failing(List.of(causes));
  }

  private static Reason reason(ReasonCode code, Map<String, String> parameters) {
    return Reason.of(code, parameters);
  }
}
