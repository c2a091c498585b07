package dev.uruimi.api.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.lifecycle.LifecycleProperties.Transition;
import dev.uruimi.api.lifecycle.StoreState.Absent;
import dev.uruimi.api.lifecycle.StoreState.Existing;
import dev.uruimi.api.lifecycle.StoreState.Leaving;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreDeleteRequested;
import dev.uruimi.events.StoreEvent.StoreRequested;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** No sequence of events, in whatever order, with whatever repeats and losses, breaks a rule. */
class LifecycleExplorationTest {

  private static final Explorer RULES = Explorer.ofTheRules();

  @Test
  void noSequenceOfEventsLeadsToAForbiddenStep() {
    assertThat(violations(RULES)).isEmpty();
    // every status and every attempt is reached: an exploration of nothing finds nothing
    assertThat(RULES.states()).hasSize(476);
    assertThat(RULES.states().stream().filter(Existing.class::isInstance).map(Samples::name))
        .contains("ready", "degraded", "failed", "deleting", "delete_failed", "deleted");
  }

  @Test
  void aRepeatChangesNothingEvenWhenSomethingElseCameBetween() {
    assertThat(repeatsThatChange(RULES)).isEmpty();
  }

  @Test
  void whatIsDecidedChangesTheStoreItWasDecidedFor() {
    for (var state : RULES.states()) {
      for (var command : Explorer.COMMANDS) {
        for (var event : Explorer.said(state, command)) {
          assertThat(RULES.evolve(state, event)).as("%s of %s", event, state).isNotEqualTo(state);
        }
      }
    }
  }

  @Test
  void aLeavingStoreIsAskedForNothingButItsRemoval() {
    for (var state : RULES.states()) {
      for (var command : Explorer.COMMANDS) {
        if (state instanceof Leaving) {
          assertThat(Explorer.said(state, command))
              .as("%s in %s", command, state)
              .allMatch(StoreDeleteRequested.class::isInstance);
        }
      }
    }
  }

  @Test
  void rulesThatForgetEpochsAreFoundOut() {
    var forgetful =
        new Explorer(
            (state, event) ->
                event instanceof StoreEvent.StoreReady && state instanceof StoreState.Degraded bad
                    ? new StoreState.Ready(bad.attempt())
                    : real(state, event));

    assertThat(violations(forgetful)).anyMatch(v -> v.startsWith("a verdict that is not newer"));
  }

  @Test
  void rulesThatForgetAttemptsAreFoundOut() {
    assertThat(violations(mutant((state, event) -> ofTheSameAttempt(state, event))))
        .anyMatch(v -> v.startsWith("an older attempt"));
  }

  @Test
  void rulesThatBringAStoreBackAreFoundOut() {
    var resurrecting =
        mutant(
            (state, event) ->
                event instanceof StoreRequested && state instanceof Leaving
                    ? real(new Absent(), event)
                    : real(state, event));

    assertThat(violations(resurrecting))
        .anyMatch(v -> v.startsWith("nothing brings a leaving store back"))
        .anyMatch(v -> v.startsWith("gone is gone"));
  }

  @Test
  void rulesThatForgetTheNumbersOfNamesAreFoundOut() {
    var forgetful =
        mutant(
            (state, event) ->
                event instanceof StoreEvent.StoreRenamed renamed
                        && state instanceof StoreState.Ready(var attempt)
                        && renamed.attempt() == attempt.number()
                    ? new StoreState.Ready(renamedAnyway(attempt, renamed))
                    : real(state, event));

    assertThat(violations(forgetful)).anyMatch(v -> v.startsWith("attempts, verdicts and names"));
    assertThat(repeatsThatChange(forgetful)).isNotEmpty();
  }

  private static Attempt renamedAnyway(Attempt attempt, StoreEvent.StoreRenamed event) {
    return new Attempt(
        attempt.storeId(),
        attempt.store().named(event.name()),
        attempt.number(),
        attempt.requestedAt(),
        attempt.movedAt(),
        attempt.epoch(),
        event.number());
  }

  @Test
  void rulesThatGoBackAreFoundOut() {
    var restarting =
        mutant(
            (state, event) ->
                event instanceof StoreRequested again
                        && state instanceof StoreState.Starting(var attempt)
                        && again.attempt() == attempt.number()
                    ? new StoreState.Requested(attempt)
                    : real(state, event));

    assertThat(violations(restarting)).anyMatch(v -> v.startsWith("progress within an attempt"));
    assertThat(repeatsThatChange(restarting)).isNotEmpty();
  }

  private static Explorer mutant(BiFunction<StoreState, StoreEvent, StoreState> evolve) {
    return new Explorer(evolve);
  }

  private static StoreState real(StoreState state, StoreEvent event) {
    return Lifecycle.evolve(state, event, Samples.THEN);
  }

  /** As if a failure the provisioner told always were of the attempt the store is in. */
  private static StoreState ofTheSameAttempt(StoreState state, StoreEvent event) {
    return event instanceof StoreEvent.StoreFailed failed && state instanceof Existing existing
        ? real(
            state,
            new StoreEvent.StoreFailed(
                failed.storeId(),
                existing.attempt().number(),
                failed.by(),
                failed.epoch(),
                failed.reason()))
        : real(state, event);
  }

  private static List<String> violations(Explorer explorer) {
    var found = new ArrayList<String>();
    for (var state : explorer.states()) {
      for (var event : Explorer.ALPHABET) {
        var step = new Transition(state, event, explorer.evolve(state, event));
        LifecycleProperties.ALL.forEach(
            (sentence, property) -> {
              if (!property.holds(step)) {
                found.add(sentence + ": " + step);
              }
            });
      }
    }
    return found;
  }

  /** An event that counted, another one, the first again. */
  private static List<String> repeatsThatChange(Explorer explorer) {
    var found = new ArrayList<String>();
    for (var state : explorer.states()) {
      for (var event : Explorer.ALPHABET) {
        var once = explorer.evolve(state, event);
        if (once.equals(state)) {
          continue;
        }
        for (var between : Explorer.ALPHABET) {
          var before = explorer.evolve(once, between);
          if (!explorer.evolve(before, event).equals(before)) {
            found.add("%s, %s, %s again in %s".formatted(event, between, event, state));
          }
        }
      }
    }
    return found;
  }
}
