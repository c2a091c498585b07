package dev.uruimi.api.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.uruimi.events.EventCodec;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreEvent;
import org.junit.jupiter.api.Test;

class StoreTest {

  private final StoreEvent requested =
      new StoreEvent.StoreRequested(Samples.ID, 1, Samples.SPECIFICATION);
  private final StoreEvent namespace =
      new StoreEvent.StoreStepCompleted(Samples.ID, 1, Step.NAMESPACE, 120);
  private final StoreEvent installed = new StoreEvent.StoreInstalled(Samples.ID, 1, 1, 900);
  private final StoreEvent ready = new StoreEvent.StoreReady(Samples.ID, 1, 1, 1);

  @Test
  void nobodyAskedForAStoreThatOnlyHasSteps() {
    assertThat(after(null, namespace, 0)).isNull();
  }

  @Test
  void theTimelineTellsWhatHappenedAndHowLongItTook() {
    var store =
        after(after(after(after(null, requested, 0), namespace, 1), installed, 3), ready, 9);

    assertThat(store.timeline())
        .extracting(TimelineEntry::step)
        .containsExactly("requested", "namespace", "installed", "ready");
    assertThat(store.timeline())
        .extracting(TimelineEntry::durationMillis)
        .containsExactly(null, 120L, 900L, 6_000L);
    assertThat(store.readyAfterMillis()).isEqualTo(9_000);
  }

  @Test
  void theTimelineTellsOfNamesAndPlans() {
    var renamed = new StoreEvent.StoreRenamed(Samples.ID, 1, 1, "Coffee");
    var resized =
        new StoreEvent.StoreRequested(Samples.ID, 2, Samples.SPECIFICATION.sized("large"));

    var store = after(after(after(after(null, requested, 0), ready, 1), renamed, 2), resized, 3);

    assertThat(store.timeline())
        .extracting(TimelineEntry::step, TimelineEntry::detail)
        .endsWith(tuple("renamed", "Coffee"), tuple("requested", "Plan large instead of small"));
  }

  @Test
  void aNameDoesNotMoveTheStore() {
    var renamed = new StoreEvent.StoreRenamed(Samples.ID, 1, 1, "Coffee");

    var store = after(after(after(null, requested, 0), namespace, 1), renamed, 50);

    assertThat(store.specification().name()).isEqualTo("Coffee");
    assertThat(store.state().status()).isEqualTo(Status.PROVISIONING);
    assertThat(store.state().attempt().movedAt()).isEqualTo(Samples.THEN.plusSeconds(1));
  }

  @Test
  void aRepeatIsNotTold() {
    var store = after(after(after(null, requested, 0), namespace, 1), namespace, 2);

    assertThat(store.timeline()).hasSize(2);
  }

  @Test
  void aLateStepIsToldThoughItChangesNothing() {
    var store = after(after(after(null, requested, 0), ready, 1), installed, 2);

    assertThat(store.state().status()).isEqualTo(Status.READY);
    assertThat(store.timeline()).hasSize(3);
  }

  @Test
  void aRetryCountsItsOwnTime() {
    var failed = new StoreEvent.StoreFailed(Samples.ID, 1, "provisioner", 0, Samples.REASON);
    var retry = new StoreEvent.StoreRequested(Samples.ID, 2, Samples.SPECIFICATION);
    var readyAgain = new StoreEvent.StoreReady(Samples.ID, 2, 2, 4);

    var store = after(after(after(null, requested, 0), failed, 5), retry, 100);
    assertThat(store.readyAfterMillis()).isNull();

    assertThat(after(store, readyAgain, 107).readyAfterMillis()).isEqualTo(7_000);
    assertThat(store.created()).isEqualTo(Samples.THEN);
  }

  @Test
  void theTimelineHoldsTheLatestTwoHundred() {
    var store = after(null, requested, 0);
    for (int epoch = 1; epoch <= 300; epoch++) {
      store = after(store, new StoreEvent.StoreReady(Samples.ID, 1, 1, epoch), epoch);
    }

    assertThat(store.timeline()).hasSize(200);
    assertThat(store.timeline().getLast().id()).isEqualTo(Samples.ID + "/1/ready/300");
  }

  @Test
  void everyStateSurvivesJson() {
    for (var state : Samples.states()) {
      var store = new Store(state, Samples.THEN, 5L, java.util.List.of(), "look");

      var json = EventCodec.JSON.writeValueAsString(store);

      assertThat(EventCodec.JSON.readValue(json, Store.class)).isEqualTo(store);
    }
  }

  private static Store after(Store store, StoreEvent event, int second) {
    return Store.after(
        store, EventEnvelope.of(event, "test", Samples.THEN.plusSeconds(second), null));
  }
}
