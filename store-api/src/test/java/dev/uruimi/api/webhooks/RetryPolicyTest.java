package dev.uruimi.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final Duration PAUSE = Duration.ofSeconds(100);

  @Test
  void pausesGrowUntilItIsGivenUp() {
    var policy = new RetryPolicy(List.of(Duration.ofSeconds(5), PAUSE), new Random(1));

    assertThat(policy.after(1).orElseThrow())
        .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    assertThat(policy.after(2).orElseThrow())
        .isBetween(Duration.ofSeconds(80), Duration.ofSeconds(120));
    assertThat(policy.after(3)).isEmpty();
    assertThat(policy.after(4)).isEmpty();
  }

  @Test
  void pausesAreSpreadAFifthToBothSides() {
    var policy = new RetryPolicy(List.of(PAUSE), new Random(1));

    var pauses =
        IntStream.range(0, 1000).mapToObj(_ -> policy.after(1).orElseThrow()).sorted().toList();

    assertThat(pauses.getFirst()).isEqualTo(Duration.ofSeconds(80));
    assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(120));
  }
}
