package dev.uruimi.api.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.lifecycle.StoreState.Absent;
import dev.uruimi.api.lifecycle.StoreState.Deleted;
import dev.uruimi.api.lifecycle.StoreState.Leaving;
import dev.uruimi.api.lifecycle.StoreState.Ready;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each service says its events in order; how the services interleave is chance. */
class InterleavingsTest {

  private static final StoreEvent REQUESTED =
      new StoreEvent.StoreRequested(Samples.ID, 1, Samples.SPECIFICATION);

  private static final List<StoreEvent> PROVISIONER =
      List.of(
          step(Step.NAMESPACE),
          step(Step.GUARDRAILS),
          step(Step.SECRETS),
          step(Step.CHART),
          new StoreEvent.StoreInstalled(Samples.ID, 1, 1, 1));

  private static final List<StoreEvent> WATCHER =
      List.of(
          new StoreEvent.StoreReady(Samples.ID, 1, 1, 1),
          new StoreEvent.StoreDegraded(Samples.ID, 1, 1, 2, Samples.REASON),
          new StoreEvent.StoreReady(Samples.ID, 1, 1, 3));

  private static final List<StoreEvent> DEADLINE =
      List.of(new StoreEvent.StoreFailed(Samples.ID, 1, "store-api", 0, Samples.REASON));

  private static final List<StoreEvent> DELETION =
      List.of(
          new StoreEvent.StoreDeleteRequested(Samples.ID, 1),
          new StoreEvent.StoreDeleteFailed(Samples.ID, 1, Samples.REASON),
          new StoreEvent.StoreDeleted(Samples.ID, 1, Samples.RECEIPT));

  @Test
  void aShopThatSellsEndsReadyWhateverTheOrderAndTheRepeats() {
    var count =
        interleave(
            List.of(PROVISIONER, WATCHER, DEADLINE),
            story -> {
              assertThat(fold(story)).isInstanceOf(Ready.class);
              assertThat(fold(twice(story))).isInstanceOf(Ready.class);
              assertThat(fold(again(story))).isInstanceOf(Ready.class);
            });

    assertThat(count).isEqualTo(504);
  }

  @Test
  void aDeletedStoreStaysGoneWhateverComesBetweenAndAfter() {
    var count =
        interleave(
            List.of(PROVISIONER, WATCHER, DELETION),
            story -> {
              assertThat(fold(story)).isInstanceOf(Deleted.class);
              assertThat(fold(again(story))).isInstanceOf(Deleted.class);
              assertNeverBack(story);
            });

    assertThat(count).isEqualTo(9_240);
  }

  private static void assertNeverBack(List<StoreEvent> story) {
    StoreState state = Lifecycle.evolve(new Absent(), REQUESTED, Samples.THEN);
    var leaving = false;
    for (var event : story) {
      state = Lifecycle.evolve(state, event, Samples.NOW);
      leaving |= event instanceof StoreEvent.StoreDeleteRequested;
      assertThat(state instanceof Leaving).isEqualTo(leaving);
    }
  }

  private static StoreState fold(List<StoreEvent> story) {
    StoreState state = Lifecycle.evolve(new Absent(), REQUESTED, Samples.THEN);
    for (var event : story) {
      state = Lifecycle.evolve(state, event, Samples.NOW);
    }
    return state;
  }

  /** Every event comes twice in a row. */
  private static List<StoreEvent> twice(List<StoreEvent> story) {
    return story.stream().flatMap(event -> List.of(event, event).stream()).toList();
  }

  /** The whole story comes again. */
  private static List<StoreEvent> again(List<StoreEvent> story) {
    var again = new ArrayList<>(story);
    again.add(REQUESTED);
    again.addAll(story);
    return again;
  }

  private static int interleave(List<List<StoreEvent>> voices, Consumer<List<StoreEvent>> check) {
    return interleave(voices, new int[voices.size()], new ArrayList<>(), check);
  }

  private static int interleave(
      List<List<StoreEvent>> voices,
      int[] said,
      List<StoreEvent> story,
      Consumer<List<StoreEvent>> check) {
    if (story.size() == voices.stream().mapToInt(List::size).sum()) {
      check.accept(List.copyOf(story));
      return 1;
    }
    int count = 0;
    for (int voice = 0; voice < voices.size(); voice++) {
      if (said[voice] < voices.get(voice).size()) {
        var next = Arrays.copyOf(said, said.length);
        story.add(voices.get(voice).get(next[voice]++));
        count += interleave(voices, next, story, check);
        story.removeLast();
      }
    }
    return count;
  }

  private static StoreEvent step(Step step) {
    return new StoreEvent.StoreStepCompleted(Samples.ID, 1, step, 1);
  }
}
