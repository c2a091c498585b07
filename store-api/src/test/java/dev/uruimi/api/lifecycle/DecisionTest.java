package dev.uruimi.api.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.lifecycle.Decision.Accepted;
import dev.uruimi.events.StoreEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {

  @Test
  void aRetryAsksForTheNextAttemptOfTheSameStore() {
    assertThat(said(Status.FAILED, new Command.Retry()))
        .containsExactly(
            new StoreEvent.StoreRequested(Samples.ID, Samples.ATTEMPT + 1, Samples.SPECIFICATION));
  }

  @Test
  void aReplacementAsksForTheNextAttemptOfAStoreThatIsReady() {
    assertThat(said(Status.READY, new Command.Replace()))
        .containsExactly(
            new StoreEvent.StoreRequested(Samples.ID, Samples.ATTEMPT + 1, Samples.SPECIFICATION));
  }

  @Test
  void whatMustGoIsNotReplaced() {
    assertThat(Lifecycle.decide(Samples.state(Status.DELETE_FAILED), new Command.Replace()))
        .isEqualTo(new Decision.Refused(new Refusal.NotWanted(Status.DELETE_FAILED)));
  }

  @Test
  void aRetryOfAFailedDeletionAsksForTheNextAttemptOfTheDeletion() {
    assertThat(said(Status.DELETE_FAILED, new Command.Retry()))
        .containsExactly(new StoreEvent.StoreDeleteRequested(Samples.ID, Samples.ATTEMPT + 1));
  }

  @Test
  void aDeletionBelongsToTheCurrentAttempt() {
    assertThat(said(Status.READY, new Command.Delete()))
        .containsExactly(new StoreEvent.StoreDeleteRequested(Samples.ID, Samples.ATTEMPT));
  }

  @Test
  void beforeTheDeadlineNothingIsSaid() {
    var command = new Command.Expire(Samples.NOW, Duration.ofSeconds(61), null);

    assertThat(said(Status.PROVISIONING, command)).isEmpty();
  }

  @Test
  void whoWaitsInAQueueThatMovesIsNotExpired() {
    assertThat(said(Status.REQUESTED, afterQueueMoved(1))).isEmpty();
  }

  @Test
  void whoWaitsInAQueueThatStandsIsExpired() {
    assertThat(said(Status.REQUESTED, afterQueueMoved(60))).hasSize(1);
    assertThat(said(Status.REQUESTED, afterQueueMoved(3_600))).hasSize(1);
  }

  @Test
  void whoIsTakenUpHasItsOwnTimeWhateverOthersDo() {
    assertThat(said(Status.PROVISIONING, afterQueueMoved(1))).hasSize(1);
    assertThat(said(Status.STARTING, afterQueueMoved(1))).hasSize(1);
  }

  private static Command afterQueueMoved(int secondsAgo) {
    var moved = Samples.NOW.minusSeconds(secondsAgo);
    return new Command.Expire(Samples.NOW, Duration.ofSeconds(60), moved);
  }

  @Test
  void theDeadlineNamesTheLastStep() {
    var command = new Command.Expire(Samples.NOW, Duration.ofSeconds(60), null);

    var failed = (StoreEvent.StoreFailed) said(Status.PROVISIONING, command).getFirst();

    assertThat(failed.by()).isEqualTo("store-api");
    assertThat(failed.reason().code()).isEqualTo("deadline_exceeded");
    assertThat(failed.reason().sentence()).isEqualTo("Not ready within PT1M; last step: namespace");
  }

  private static List<StoreEvent> said(Status status, Command command) {
    return ((Accepted) Lifecycle.decide(Samples.state(status), command)).events();
  }
}
