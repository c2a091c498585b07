package dev.uruimi.provisioner.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import dev.uruimi.helm.HelmException;
import dev.uruimi.helm.HelmFailure;
import dev.uruimi.helm.ReleaseState.Present;
import dev.uruimi.helm.ReleaseState.Status;
import dev.uruimi.provisioner.decide.NextAct;
import dev.uruimi.provisioner.decide.Observation.Namespace;
import dev.uruimi.worker.reconcile.Outcome;
import dev.uruimi.worker.record.Claim;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.Provision;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecordStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Killed at any touch of the world and started again, the provisioner gets to the same end. */
class ConvergenceTest {

  private static final StoreId ID = new StoreId("abcdefghjk");
  private static final StoreSpecification STORE =
      new StoreSpecification("n", "o", "tiny", "1", "small", Map.of(), "h", "http", "default");
  private static final List<String> WHOLE =
      List.of("step/namespace", "step/guardrails", "step/secrets", "step/chart", "installed/");

  @Test
  void aNewStore() {
    converges(
        ConvergenceTest::requested,
        world -> {
          assertThat(world.release(ID)).isEqualTo(new Present(Status.DEPLOYED, 1, NextAct.mark(1)));
          assertThat(world.secretsMade).isEqualTo(1);
          assertThat(world.guarded).isTrue();
          assertSaid(world, 1, 1);
        });
  }

  @Test
  void aRetryOfAStoreThatWasNeverReady() {
    converges(
        () -> retried(new Present(Status.DEPLOYED, 1, NextAct.mark(1)), false),
        world -> {
          assertThat(world.release(ID)).isEqualTo(new Present(Status.DEPLOYED, 1, NextAct.mark(2)));
          assertThat(world.volume).isNotEqualTo("old volume");
          assertThat(world.secretsMade).isEqualTo(1);
          assertSaid(world, 2, 1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aRetryOfAStoreThatWasReadyKeepsItsDataWhateverHelmLeftBehind(Status status) {
    converges(
        () -> retried(new Present(status, 3, "as it was"), true),
        world -> {
          assertThat(world.release(ID).status()).isEqualTo(Status.DEPLOYED);
          assertThat(world.release(ID).description()).isEqualTo(NextAct.mark(2));
          assertThat(world.volume).isEqualTo("old volume");
          assertSaid(world, 2, world.release(ID).revision());
        });
  }

  @Test
  void aStoreWhoseNamespaceWasTakenAwayUnderWay() {
    converges(
        () -> {
          var world = requested();
          var provision =
              Provision.begun(1, Instant.now())
                  .completed(dev.uruimi.events.Step.NAMESPACE, 1)
                  .completed(dev.uruimi.events.Step.GUARDRAILS, 1);
          world.record = world.record.with(world.record.getStatus().with(provision));
          return world;
        },
        world -> {
          assertThat(world.guarded).isTrue();
          assertSaid(world, 1, 1);
        });
  }

  @Test
  void aRefusalIsSaidAndWrittenDown() {
    converges(
        () -> {
          var world = requested();
          world.helmFails = HelmFailure.REFUSED;
          return world;
        },
        world -> {
          var provision = Objects.requireNonNull(world.record.getStatus().provision());
          var failure = Objects.requireNonNull(provision.failure());
          assertThat(failure.code()).isEqualTo(ReasonCode.ADMISSION_REFUSED.code());
          assertThat(failure.parameters()).containsEntry("object", "Service \"x\"");
          assertThat(world.said).filteredOn(StoreFailed.class::isInstance).isNotEmpty();
        });
  }

  @Test
  void whatNobodyCanExplainIsToleratedAFewTimes() {
    try (var world = requested()) {
      world.helmFails = HelmFailure.OTHER;
      var provisioner = world.provisioner("provisioner/test");
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> provisioner.reconcile(ID)).isInstanceOf(HelmException.class);
      }

      assertThat(provisioner.reconcile(ID)).isEqualTo(Outcome.settled());

      assertThat(world.said).last().isInstanceOf(StoreFailed.class);
    }
  }

  @Test
  void whatPassesIsNeverAFailure() {
    try (var world = requested()) {
      world.helmFails = HelmFailure.UNREACHABLE;
      var provisioner = world.provisioner("provisioner/test");
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> provisioner.reconcile(ID)).isInstanceOf(HelmException.class);
      }
      assertThat(world.said).noneMatch(StoreFailed.class::isInstance);
      assertThat(world.record.getStatus().claim()).isNull();
      world.helmFails = null;

      world.run(ID);

      assertSaid(world, 1, 1);
    }
  }

  @Test
  void aStoreThatMustGoIsLeftAtOnceAndFreedAtEveryTouch() {
    for (int touch = 1; ; touch++) {
      try (var world = requested()) {
        var left = new int[] {touch};
        world.onNextTouch = () -> countDown(world, left);

        world.run(ID);

        if (left[0] > 0) {
          return;
        }
        assertThat(world.record.isTombstone()).isTrue();
        assertThat(world.record.getStatus().claim()).as("free for cleanup").isNull();
      }
    }
  }

  private static void countDown(World world, int[] left) {
    if (--left[0] == 0) {
      world.record = world.record.with(world.record.getSpec().absent(1, null));
    } else {
      world.onNextTouch = () -> countDown(world, left);
    }
  }

  @Test
  void twoProvisionersNeverWorkOnOneStore() {
    try (var world = requested()) {
      var other = new Claim("provisioner/other", Instant.now().plusSeconds(30));
      world.record = world.record.with(world.record.getStatus().with(other));

      var outcome = world.provisioner("provisioner/test").reconcile(ID);

      assertThat(outcome).isInstanceOf(Outcome.Again.class);
      assertThat(world.namespace).isEqualTo(Namespace.ABSENT);
      assertThat(world.record.getStatus().claim()).isEqualTo(other);
    }
  }

  @Test
  void aStoreThatIsSettledIsNotWrittenTo() {
    try (var world = requested()) {
      world.run(ID);
      var before = world.record;
      var said = world.said.size();

      world.run(ID);

      assertThat(world.record).isSameAs(before);
      assertThat(world.said).hasSize(said);
    }
  }

  /** Kills it at every touch, and at every touch after that once more. */
  private static void converges(Supplier<World> start, Consumer<World> end) {
    var touches = touches(start, end);
    for (int first = 1; first <= touches; first++) {
      for (int second = 1; second <= touches; second += 3) {
        try (var world = start.get()) {
          world.killAtTouch(first);
          runKilled(world);
          world.restart();
          world.killAtTouch(second);
          runKilled(world);
          world.restart();
          world.run(ID);
          end.accept(world);
          assertThat(world.record.getStatus().claim()).isNull();
        }
      }
    }
  }

  private static int touches(Supplier<World> start, Consumer<World> end) {
    for (int touch = 1; ; touch++) {
      try (var world = start.get()) {
        world.killAtTouch(touch);
        if (!runKilled(world)) {
          end.accept(world);
          return touch;
        }
      }
    }
  }

  private static boolean runKilled(World world) {
    try {
      world.run(ID);
      return false;
    } catch (World.Killed _) {
      return true;
    }
  }

  /** In order of their first appearance; repeats have the same ids. */
  private static void assertSaid(World world, int attempt, int revision) {
    var ids = world.said.stream().map(StoreEvent::id).distinct().toList();
    var expected =
        WHOLE.stream()
            .map(discriminator -> ID + "/" + attempt + "/" + discriminator)
            .map(id -> id.endsWith("/installed/") ? id + revision : id)
            .toList();
    assertThat(ids.stream().filter(id -> id.startsWith(ID + "/" + attempt + "/")).toList())
        .isEqualTo(expected);
  }

  private static World requested() {
    var world = new World();
    world.record = StoreRecord.of(new StoreRecordSpec(ID, Desired.PRESENT, 1, STORE, null));
    return world;
  }

  private static World retried(Present release, boolean everReady) {
    var world = new World();
    var first = Provision.begun(1, Instant.now());
    for (var step : dev.uruimi.events.Step.values()) {
      first = first.completed(step, 1);
    }
    world.record =
        StoreRecord.of(new StoreRecordSpec(ID, Desired.PRESENT, 2, STORE, null))
            .with(new StoreRecordStatus(null, first.installed(1), null, everReady, null));
    world.namespace = Namespace.ACTIVE;
    world.volume = "old volume";
    world.helm.put(ID.namespace(), ID.namespace(), release);
    return world;
  }
}
