package dev.uruimi.api.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.lifecycle.StoreState.Deleted;
import dev.uruimi.api.lifecycle.StoreState.Existing;
import dev.uruimi.api.lifecycle.StoreState.Failed;
import dev.uruimi.api.lifecycle.StoreState.Leaving;
import dev.uruimi.api.lifecycle.StoreState.Provisioning;
import dev.uruimi.api.lifecycle.StoreState.Ready;
import dev.uruimi.api.lifecycle.StoreState.Requested;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreEvent;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EvolutionTest {

  static Stream<Arguments> everyPair() {
    return Samples.states().stream()
        .flatMap(
            state ->
                Stream.of(Samples.ATTEMPT - 1, Samples.ATTEMPT, Samples.ATTEMPT + 1)
                    .flatMap(attempt -> Samples.events(attempt).values().stream())
                    .map(event -> Arguments.of(state, event)));
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void aRepeatChangesNothing(Existing state, StoreEvent event) {
    var once = Lifecycle.evolve(state, event, Samples.NOW);

    assertThat(Lifecycle.evolve(once, event, Samples.NOW.plusSeconds(1)))
        .satisfiesAnyOf(
            twice -> assertThat(twice).isEqualTo(once),
            // said once per cause: the same cause again only moves the time
            twice -> assertThat(((Existing) twice).status()).isEqualTo(Status.DELETE_FAILED));
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void anOlderAttemptIsIgnoredUnlessItSawTheStoreGone(Existing state, StoreEvent event) {
    if (event.attempt() < Samples.ATTEMPT) {
      var after = Lifecycle.evolve(state, event, Samples.NOW);
      if (event instanceof StoreEvent.StoreDeleted) {
        assertThat(after).isInstanceOf(Deleted.class);
      } else {
        assertThat(after).isEqualTo(state);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void nothingResurrectsALeavingStore(Existing state, StoreEvent event) {
    if (state instanceof Leaving) {
      assertThat(Lifecycle.evolve(state, event, Samples.NOW)).isInstanceOf(Leaving.class);
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void theAttemptNeverGoesBack(Existing state, StoreEvent event) {
    var after = (Existing) Lifecycle.evolve(state, event, Samples.NOW);

    assertThat(after.attempt().number()).isGreaterThanOrEqualTo(state.attempt().number());
  }

  @Test
  void stepsOnlyGoForward() {
    var state = new Provisioning(Samples.attempt(), Step.SECRETS);
    var late = new StoreEvent.StoreStepCompleted(Samples.ID, Samples.ATTEMPT, Step.NAMESPACE, 1);

    assertThat(Lifecycle.evolve(state, late, Samples.NOW)).isEqualTo(state);
  }

  @Test
  void anOldVerdictChangesNothing() {
    var state = new Ready(Samples.attempt());
    var old =
        new StoreEvent.StoreDegraded(Samples.ID, Samples.ATTEMPT, 1, Samples.EPOCH, Samples.REASON);

    assertThat(Lifecycle.evolve(state, old, Samples.NOW)).isEqualTo(state);
  }

  @Test
  void aReasonReplacesTheDeadlineAndNotTheOtherWayRound() {
    var other = Reason.of(ReasonCode.IMAGE_PULL, Map.of("image", "x", "message", "gone"));
    var deadline = new Failed(Samples.attempt(), "store-api", Samples.REASON);
    var cause = new StoreEvent.StoreFailed(Samples.ID, Samples.ATTEMPT, "provisioner", 0, other);
    var late =
        new StoreEvent.StoreFailed(Samples.ID, Samples.ATTEMPT, "store-api", 0, Samples.REASON);

    var failed = (Failed) Lifecycle.evolve(deadline, cause, Samples.NOW);

    assertThat(failed.reason()).isEqualTo(other);
    assertThat(Lifecycle.evolve(failed, late, Samples.NOW)).isEqualTo(failed);
  }

  @Test
  void aNewAttemptHearsTheWatcherFromTheStart() {
    var retry =
        new StoreEvent.StoreRequested(Samples.ID, Samples.ATTEMPT + 1, Samples.SPECIFICATION);
    var ready = new StoreEvent.StoreReady(Samples.ID, Samples.ATTEMPT + 1, 1, 1);

    var requested = Lifecycle.evolve(new Ready(Samples.attempt()), retry, Samples.NOW);

    assertThat(requested).isInstanceOf(Requested.class);
    assertThat(Lifecycle.evolve(requested, ready, Samples.NOW)).isInstanceOf(Ready.class);
  }
}
