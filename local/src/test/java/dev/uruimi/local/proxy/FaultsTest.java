package dev.uruimi.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.local.proxy.Fault.Outcome;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FaultsTest {

  private static final RequestHead HELM = head("Helm/3.19.0");
  private static final RequestHead OTHER = head("fabric8-kubernetes-client/7.4.0");

  @Test
  void aShareOfRequestsIsHurt() {
    var share = new Share(0.3, new Outcome.Answered(503), new Random(7));

    var hurt =
        IntStream.range(0, 1000)
            .mapToObj(n -> share.meet(OTHER))
            .filter(Outcome.Answered.class::isInstance)
            .count();

    assertThat(hurt).isBetween(250L, 350L);
  }

  @Test
  void noShareIsNothingAndAWholeOneIsAll() {
    var silence = new Outcome.Silence();

    assertThat(new Share(0, silence, new Random(7)).meet(OTHER)).isEqualTo(new Outcome.Passed());
    assertThat(new Share(1, silence, new Random(7)).meet(OTHER)).isEqualTo(silence);
    assertThatThrownBy(() -> new Share(1.1, silence, new Random()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Timeout(10)
  void onlyTheNumberedRequestOfHelmIsHeld() throws InterruptedException {
    var held = new CountDownLatch(1);
    var fault = new HeldHelmCall(2, held::countDown);

    assertThat(fault.meet(HELM)).isEqualTo(new Outcome.Passed());
    assertThat(fault.meet(OTHER)).isEqualTo(new Outcome.Passed());
    assertThat(held.getCount()).isEqualTo(1);
    var second = Thread.ofVirtual().start(() -> meet(fault));
    held.await();
    assertThat(second.isAlive()).isTrue();
    assertThat(fault.meet(HELM)).isEqualTo(new Outcome.Passed());
    fault.end();
    second.join();
  }

  @Test
  void refusalsAreAsTheApiServersOwn() {
    assertThat(new StatusAnswer(429).bytes())
        .asString()
        .startsWith("HTTP/1.1 429 TooManyRequests\r\n")
        .contains("\r\nRetry-After: 1\r\n", "\"reason\":\"TooManyRequests\"");
    assertThat(new StatusAnswer(500).bytes()).asString().doesNotContain("Retry-After");
    assertThatThrownBy(() -> new StatusAnswer(200)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void meet(Fault fault) {
    try {
      fault.meet(HELM);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static RequestHead head(String agent) {
    return new RequestHead(List.of("GET / HTTP/1.1", "User-Agent: " + agent));
  }
}
