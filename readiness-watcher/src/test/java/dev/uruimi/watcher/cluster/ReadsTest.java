package dev.uruimi.watcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReadsTest {

  @Test
  void readsGoOnAtOnceAndGiveWhatTheyRead() {
    var both = new CountDownLatch(2);
    try (var reads = Reads.within(Duration.ofSeconds(10))) {
      var one = reads.start(() -> meet(both, 1));
      var other = reads.start(() -> meet(both, 2));

      assertThat(one.get() + other.get()).isEqualTo(3);
    }
  }

  private static int meet(CountDownLatch both, int number) throws InterruptedException {
    both.countDown();
    both.await();
    return number;
  }

  @Test
  void oneThatTakesTooLongIsLeftAndEnded() throws InterruptedException {
    var ended = new CountDownLatch(1);
    try (var reads = Reads.within(Duration.ofMillis(50))) {
      var slow =
          reads.start(
              () -> {
                try {
                  return new CountDownLatch(1).await(1, TimeUnit.DAYS);
                } finally {
                  ended.countDown();
                }
              });

      assertThatThrownBy(slow::get)
          .isInstanceOf(Reads.UnreadableException.class)
          .hasMessage("no answer in time");
    }
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void oneThatFailsSaysWhy() {
    try (var reads = Reads.within(Duration.ofSeconds(10))) {
      var failing =
          reads.start(
              () -> {
                throw new IllegalStateException("refused");
              });

      assertThatThrownBy(failing::get)
          .isInstanceOf(Reads.UnreadableException.class)
          .hasMessageContaining("refused");
    }
  }
}
