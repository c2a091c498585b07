package dev.uruimi.provisioner.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreInstalled;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import dev.uruimi.helm.HelmException;
import dev.uruimi.helm.HelmFailure;
import dev.uruimi.helm.ReleaseState.Absent;
import dev.uruimi.helm.ReleaseState.Present;
import dev.uruimi.helm.ReleaseState.Status;
import dev.uruimi.provisioner.Deliveries;
import dev.uruimi.provisioner.decide.NextAct;
import dev.uruimi.provisioner.decide.Observation.Namespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked for arrives in any order, at any touch of the world while a provisioner works. */
class InterleavingsTest {

  private static final StoreId ID = new StoreId("abcdefghjk");
  private static final StoreSpecification STORE =
      new StoreSpecification("n", "o", "tiny", "1", "small", Map.of(), "h", "http", "default");
  private static final List<String> WHOLE =
      Stream.of("step/namespace", "step/guardrails", "step/secrets", "step/chart", "installed/1")
          .map(discriminator -> ID + "/1/" + discriminator)
          .toList();

  static Set<List<Deliveries>> ordersWithADelete() {
    return orders(
        List.of(Deliveries.REQUEST, Deliveries.REQUEST, Deliveries.RETRY, Deliveries.DELETE));
  }

  static Set<List<Deliveries>> ordersWithARetry() {
    return orders(List.of(Deliveries.REQUEST, Deliveries.REQUEST, Deliveries.RETRY));
  }

  @ParameterizedTest
  @MethodSource("ordersWithADelete")
  void nothingIsLeftOfADeletedStoreAndNothingBringsItBack(List<Deliveries> order) {
    atEveryPairOfTouches(
        order,
        world -> {
          assertThat(world.record.isTombstone()).isTrue();
          assertThat(world.record.getStatus().claim()).as("free for cleanup").isNull();
          assertThat(world.cleanUp(ID)).isTrue();
          var said = world.said.size();

          for (var again : Deliveries.values()) {
            deliver(world, again);
            world.run(ID);
          }

          assertThat(world.namespace).isEqualTo(Namespace.ABSENT);
          assertThat(world.helm.newest(ID.namespace(), ID.namespace())).isEqualTo(new Absent());
          assertThat(world.said).hasSize(said);
        });
  }

  @ParameterizedTest
  @MethodSource("ordersWithARetry")
  void theNewestAttemptIsInstalledOnceAndWithTheFirstSecrets(List<Deliveries> order) {
    atEveryPairOfTouches(
        order,
        world -> {
          assertThat(world.release(ID)).isEqualTo(new Present(Status.DEPLOYED, 1, NextAct.mark(2)));
          assertThat(world.secretsMade).isEqualTo(1);
          assertThat(world.said).last().isEqualTo(installed(world, 2));
          assertThat(attempts(world.said)).as("no step back").isSorted();
          assertThat(ids(world)).doesNotHaveDuplicates();
          assertThat(world.record.getStatus().claim()).isNull();
        });
  }

  /** A rebalance hands the same request to another instance at any touch of the first one. */
  @Test
  void anotherInstanceKeepsOffWhileTheClaimLasts() {
    for (int touch = 1; ; touch++) {
      try (var world = requested()) {
        var left = new Countdown(touch, () -> keepsOff(world));
        left.arm(world);

        world.run(ID);

        if (!left.isOver()) {
          return;
        }
        assertDoneOnce(world);
        assertThat(ids(world)).doesNotHaveDuplicates();
      }
    }
  }

  /**
   * The first one is paused for longer than its claim at any touch, another one does all of its
   * work meanwhile, and cleanup may come, too.
   */
  @Test
  void whoWasPausedForLongerThanItsClaimDoesNothingMore() {
    for (int touch = 1; ; touch++) {
      try (var world = requested()) {
        var left =
            new Countdown(
                touch,
                () -> {
                  world.pass(Duration.ofSeconds(31));
                  world.run(ID, "provisioner/other");
                });
        left.arm(world);

        runAsTheQueueDoes(world);

        if (!left.isOver()) {
          return;
        }
        assertDoneOnce(world);
      }
    }
  }

  /** What Helm refuses because somebody else was quicker is looked at again. */
  private static void runAsTheQueueDoes(World world) {
    try {
      world.run(ID);
    } catch (HelmException e) {
      assertThat(e.failure()).isEqualTo(HelmFailure.STATE_CHANGED);
      world.run(ID);
    }
  }

  private static void keepsOff(World world) {
    var claim = world.record.getStatus().claim();
    if (claim == null) {
      return;
    }
    var before = world.record;
    world.provisioner("provisioner/other").reconcile(ID);
    assertThat(world.record).isSameAs(before);
  }

  private static void assertDoneOnce(World world) {
    assertThat(world.release(ID)).isEqualTo(new Present(Status.DEPLOYED, 1, NextAct.mark(1)));
    assertThat(world.secretsMade).isEqualTo(1);
    assertThat(world.volume).isNotEmpty();
    assertThat(ids(world).stream().distinct().toList())
        .as("a repeat has the same id")
        .isEqualTo(WHOLE);
    assertThat(world.record.getStatus().claim()).isNull();
  }

  private static List<String> ids(World world) {
    return world.said.stream().map(StoreEvent::id).toList();
  }

  private static StoreEvent installed(World world, int attempt) {
    return world.said.stream()
        .filter(event -> event instanceof StoreInstalled && event.attempt() == attempt)
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> attempts(List<StoreEvent> said) {
    return said.stream().map(StoreEvent::attempt).toList();
  }

  /** The first delivery before the start, the others at every pair of touches or at the end. */
  private static void atEveryPairOfTouches(
      List<Deliveries> order, java.util.function.Consumer<World> end) {
    var last = 0;
    for (int first = 1; last == 0 || first <= last; first++) {
      for (int gap = 1; ; gap += 3) {
        try (var world = new World()) {
          deliver(world, order.getFirst());
          var rest = new ArrayList<>(order.subList(1, order.size()));
          var second = new Countdown(gap, () -> deliver(world, rest.removeFirst()));
          var one =
              new Countdown(
                  first,
                  () -> {
                    deliver(world, rest.removeFirst());
                    second.arm(world);
                  });
          one.arm(world);

          world.run(ID);
          world.onNextTouch = () -> {};
          rest.forEach(late -> deliver(world, late));
          world.run(ID); // as the informer wakes it

          end.accept(world);
          if (!one.isOver()) {
            last = first;
          }
          if (!second.isOver()) {
            break;
          }
        }
      }
    }
  }

  private static void deliver(World world, Deliveries delivery) {
    world.record = delivery.to(world.record, ID, STORE);
  }

  private static World requested() {
    var world = new World();
    deliver(world, Deliveries.REQUEST);
    return world;
  }

  private static Set<List<Deliveries>> orders(List<Deliveries> some) {
    if (some.isEmpty()) {
      return Set.of(List.of());
    }
    var orders = new LinkedHashSet<List<Deliveries>>();
    for (int i = 0; i < some.size(); i++) {
      var first = some.get(i);
      var others = new ArrayList<>(some);
      others.remove(i);
      orders(others)
          .forEach(rest -> orders.add(Stream.concat(Stream.of(first), rest.stream()).toList()));
    }
    return orders;
  }
}
