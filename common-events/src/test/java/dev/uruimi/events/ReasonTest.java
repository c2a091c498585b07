package dev.uruimi.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonTest {

  @Test
  void speaksInASentence() {
    var reason =
        Reason.of(ReasonCode.IMAGE_PULL, Map.of("image", "shop:1", "message", "not found"));

    assertThat(reason.sentence()).isEqualTo("The image shop:1 cannot be pulled: not found");
  }

  @Test
  void keepsACodeOfALaterVersion() {
    var reason = new Reason("shop_on_fire", Map.of(), true, null);

    assertThat(reason.sentence()).isEqualTo("shop on fire");
    assertThat(reason.known()).isEmpty();
  }

  @Test
  void boundsItsParameters() {
    var reason = Reason.of(ReasonCode.HELM_FAILED, Map.of("message", "x".repeat(10_000)));

    assertThat(reason.parameters().get("message")).hasSize(500);
  }
}
