package dev.uruimi.api.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LogBindingTest {

  private static final TopicPartition PARTITION = new TopicPartition("log", 3);

  private final Reached reached = new Reached();
  private final List<String> asked = new ArrayList<>();

  /** Partitions are assigned seconds later; until then the reading must not be begun again. */
  @Test
  void nothingCountsAsReachedUntilThePartitionsAreAssigned() {
    reached.note(new LogRecord(PARTITION, 41, "a000000001"));
    assertThat(reached.next(PARTITION)).isEqualTo(42);

    new LogBinding(state -> asked.add(state + " at " + reached.next(PARTITION)), reached)
        .readAgain();

    assertThat(asked).containsExactly("STOPPED at 42", "STARTED at 0");
    assertThat(reached.all()).isEmpty();
  }
}
