package dev.uruimi.watcher.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.StoreId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DegradationLimitTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final DegradationLimit limit = new DegradationLimit(2, 0.1, Duration.ofMinutes(1));

  @Test
  void aFewStoresMayDegrade() {
    assertThat(degrading(2, 10)).isEqualTo(2);
    assertThat(limit.held(NOW)).isZero();
  }

  @Test
  void theOthersAreHeld() {
    assertThat(degrading(5, 10)).isEqualTo(2);
    assertThat(limit.held(NOW)).isEqualTo(3);
  }

  @Test
  void ofManyStoresMoreMayDegrade() {
    assertThat(degrading(9, 50)).isEqualTo(5);
  }

  @Test
  void afterAWhileSomeMoreMay() {
    degrading(5, 10);

    assertThat(limit.admits(store(4), 10, NOW.plusSeconds(61))).isTrue();
  }

  @Test
  void storesThatRecoveredAreNotHeldAnyMore() {
    degrading(5, 10);

    assertThat(limit.held(NOW.plusSeconds(11))).isZero();
  }

  private int degrading(int stores, int watched) {
    var admitted = 0;
    for (int number = 0; number < stores; number++) {
      admitted += limit.admits(store(number), watched, NOW) ? 1 : 0;
    }
    return admitted;
  }

  private static StoreId store(int number) {
    return new StoreId("sh0p00000" + number);
  }
}
