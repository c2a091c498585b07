package dev.uruimi.worker.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.events.StoreId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

  private static final StoreId ID = new StoreId("abcdefghjk");
  private static final StoreId OTHER = new StoreId("bbcdefghjk");
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), new Random(1));

  @Test
  void looksOnceMoreAtAStoreAddedWhileItIsWorkedOn() {
    var calls = new AtomicInteger();
    var first = new CountDownLatch(1);
    Reconciler reconciler =
        _ -> {
          if (calls.incrementAndGet() == 1) {
            first.await();
          }
          return Outcome.settled();
        };
    try (var queue = new WorkQueue(reconciler, 4, BACKOFF)) {
      queue.add(ID);
      await().until(() -> calls.get() == 1);
      queue.add(ID);
      queue.add(ID);
      assertThat(calls).hasValue(1);

      first.countDown();

      await().until(() -> queue.size() == 0);
      assertThat(calls).hasValue(2);
    }
  }

  @Test
  void aStoreThatHangsHoldsUpNoOther() {
    var done = new CountDownLatch(1);
    var forever = new CountDownLatch(1);
    Reconciler reconciler =
        id -> {
          if (id.equals(ID)) {
            forever.await();
          }
          done.countDown();
          return Outcome.settled();
        };
    try (var queue = new WorkQueue(reconciler, 2, BACKOFF)) {
      queue.add(ID);
      queue.add(OTHER);

      await().until(() -> done.getCount() == 0);
    }
  }

  @Test
  void triesAgainUntilItWorks() {
    var calls = new AtomicInteger();
    Reconciler reconciler =
        _ -> {
          if (calls.incrementAndGet() < 5) {
            throw new IllegalStateException("not yet");
          }
          return Outcome.settled();
        };
    try (var queue = new WorkQueue(reconciler, 1, BACKOFF)) {
      queue.add(ID);

      await().until(() -> calls.get() == 5);
      await().until(() -> queue.size() == 0);
    }
  }

  @Test
  void comesBackWhenAskedTo() {
    var calls = new AtomicInteger();
    Reconciler reconciler =
        _ -> calls.incrementAndGet() < 3 ? Outcome.again(Duration.ofMillis(1)) : Outcome.settled();
    try (var queue = new WorkQueue(reconciler, 1, BACKOFF)) {
      queue.add(ID);

      await().until(() -> calls.get() == 3);
    }
  }

  @Test
  void comesBackOnceHoweverOftenItWasLookedAtMeanwhile() {
    var calls = new AtomicInteger();
    Reconciler reconciler =
        _ -> {
          calls.incrementAndGet();
          return Outcome.again(Duration.ofMillis(300));
        };
    try (var queue = new WorkQueue(reconciler, 1, BACKOFF)) {
      for (int times = 1; times <= 20; times++) {
        var before = calls.get();
        queue.add(ID);
        await().pollInterval(Duration.ofMillis(1)).until(() -> calls.get() > before);
      }
      var looks = calls.get();

      await().until(() -> calls.get() >= looks + 2);
      assertThat(calls.get()).isLessThan(looks + 10);
    }
  }

  @Test
  void triesAgainAfterAnErrorToo() {
    var calls = new AtomicInteger();
    Reconciler reconciler =
        _ -> {
          if (calls.incrementAndGet() == 1) {
            throw new NoClassDefFoundError("somewhere");
          }
          return Outcome.settled();
        };
    try (var queue = new WorkQueue(reconciler, 1, BACKOFF)) {
      queue.add(ID);

      await().until(() -> calls.get() == 2);
    }
  }

  @Test
  void pausesGrowUpToTheLongest() {
    var backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), new Random(1));

    assertThat(backoff.pause(1)).isBetween(Duration.ofMillis(75), Duration.ofMillis(100));
    assertThat(backoff.pause(60)).isBetween(Duration.ofMillis(750), Duration.ofSeconds(1));
  }

  @Test
  void theStoreThatWaitedLongestIsTheNext() {
    var order = new CopyOnWriteArrayList<StoreId>();
    var first = new CountDownLatch(1);
    Reconciler reconciler =
        id -> {
          first.await();
          order.add(id);
          return Outcome.settled();
        };
    try (var queue = new WorkQueue(reconciler, 1, BACKOFF)) {
      var stores = stores(1_000);
      stores.forEach(queue::add);
      stores.forEach(queue::add);
      assertThat(queue.size()).isEqualTo(1_000);

      first.countDown();

      await().until(() -> queue.size() == 0);
      // The first one was at work when it was added again, so it is looked at once more, last.
      stores.add(stores.getFirst());
      assertThat(order).containsExactlyElementsOf(stores);
    }
  }

  @Test
  void storesThatAlwaysFailHoldUpNoOther() {
    var calls = new ConcurrentHashMap<StoreId, Integer>();
    var stores = stores(1_000);
    var poisoned = Set.copyOf(stores.subList(0, 10));
    Reconciler reconciler =
        id -> {
          calls.merge(id, 1, Integer::sum);
          if (poisoned.contains(id)) {
            throw new IllegalStateException("always");
          }
          return Outcome.settled();
        };
    var backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(15), new Random(1));
    try (var queue = new WorkQueue(reconciler, 2, backoff)) {
      stores.forEach(queue::add);

      await().until(() -> calls.size() == stores.size());
      await().until(() -> poisoned.stream().allMatch(id -> calls.get(id) >= 3));

      stores.stream()
          .filter(id -> !poisoned.contains(id))
          .forEach(id -> assertThat(calls.get(id)).isEqualTo(1));
      assertThat(poisoned).allMatch(id -> calls.get(id) < 10);
    }
  }

  @Test
  void storesThatFailTogetherDoNotComeBackTogether() {
    var backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(15), new Random(1));

    var pauses = Stream.generate(() -> backoff.pause(30)).limit(100).distinct();

    assertThat(pauses).hasSizeGreaterThan(90);
  }

  private static List<StoreId> stores(int count) {
    var random = new Random(7);
    return Stream.generate(() -> StoreId.random(random))
        .limit(count)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
