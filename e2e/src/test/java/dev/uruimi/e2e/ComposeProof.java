package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The services in containers, by Docker Compose, make a shop and delete it. It needs minutes for
 * images and a Docker, so its name keeps it out of the usual run: {@code ./uruimi test compose}.
 */
class ComposeProof {

  private static final Duration LONGEST = Duration.ofMinutes(40);

  @Test
  void theServicesInContainersMakeAShopThatCanSellAndDeleteIt() throws Exception {
    var script = Uruimi.repository().resolve("compose/test/run.sh").toString();
    var proof =
        new ProcessBuilder(script).directory(Uruimi.repository().toFile()).inheritIO().start();
    try {
      assertThat(proof.waitFor(LONGEST.toMinutes(), TimeUnit.MINUTES)).isTrue();
      assertThat(proof.exitValue()).isZero();
    } finally {
      proof.destroy();
    }
  }
}
