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
  void anotherNameIsSaidWithTheNextNumber() {
    var once = new StoreEvent.StoreRenamed(Samples.ID, Samples.ATTEMPT, 1, "Coffee");
    var renamed = Lifecycle.evolve(Samples.state(Status.STARTING), once, Samples.NOW);

    assertThat(said(Status.STARTING, new Command.Change("Coffee", null))).containsExactly(once);
    assertThat(said(renamed, new Command.Change("Coffee", null))).isEmpty();
    assertThat(said(renamed, new Command.Change("Tea", null)))
        .containsExactly(new StoreEvent.StoreRenamed(Samples.ID, Samples.ATTEMPT, 2, "Tea"));
  }

  @Test
  void anotherPlanIsTheNextAttemptAndBearsAnotherNameToo() {
    assertThat(said(Status.READY, new Command.Change("Coffee", "large")))
        .containsExactly(
            new StoreEvent.StoreRenamed(Samples.ID, Samples.ATTEMPT, 1, "Coffee"),
            new StoreEvent.StoreRequested(
                Samples.ID,
                Samples.ATTEMPT + 1,
                Samples.SPECIFICATION.named("Coffee").sized("large")));
  }

  @Test
  void whoIsOnItsWayIsNeitherResizedNorHalfChanged() {
    var change = new Command.Change("Coffee", "large");

    assertThat(Lifecycle.decide(Samples.state(Status.STARTING), change))
        .isEqualTo(new Decision.Refused(new Refusal.NotResizable(Status.STARTING)));
    assertThat(said(Status.STARTING, new Command.Change(null, "small"))).isEmpty();
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
    return said(Samples.state(status), command);
  }

  private static List<StoreEvent> said(StoreState state, Command command) {
    return ((Accepted) Lifecycle.decide(state, command)).events();
  }
}
