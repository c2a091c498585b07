package dev.uruimi.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff();

  @Test
  void growsUpToTenSeconds() {
    var pauses =
        IntStream.range(0, 8).mapToObj(i -> backoff.after(Duration.ZERO).toMillis()).toList();

    assertThat(pauses).containsExactly(200L, 400L, 800L, 1600L, 3200L, 6400L, 10_000L, 10_000L);
  }

  @Test
  void beginsAgainAfterAGoodMinute() {
    backoff.after(Duration.ZERO);
    backoff.after(Duration.ofSeconds(59));

    assertThat(backoff.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(200));
  }
}
