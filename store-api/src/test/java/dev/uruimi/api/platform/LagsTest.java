package dev.uruimi.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LagsTest {

  @Test
  void onlyPartitionsWithEventsToReadAreBehind() {
    var ends = Map.of(partition(0), 10L, partition(1), 5L, partition(2), 0L, partition(3), 4L);
    var next = Map.of(partition(0), 7L, partition(1), 5L, partition(3), 9L);

    var lag = Lags.lag("cleanup", ends, place -> next.getOrDefault(place, 0L));

    // the third is empty; the fourth was read further than it now goes: its topic was made anew
    assertThat(lag).isEqualTo(new HealthView.LagView("cleanup", 3, 1));
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition("t", number);
  }
}
