package dev.uruimi.watcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.engines.ScenarioRunner;
import dev.uruimi.engines.ScenarioStep;
import dev.uruimi.watcher.diagnosis.Probe;
import dev.uruimi.watcher.probe.AskingAgain;
import dev.uruimi.watcher.probe.Shop;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskingAgainTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final FakeIngress ingress = new FakeIngress();
  private final URI address = URI.create("http://" + ingress.address());
  private final ScenarioRunner runner = new ScenarioRunner(address, Duration.ofSeconds(5));
  private final AskingAgain again = new AskingAgain(runner, address, Duration.ofSeconds(5));
  private final Shop shop =
      new Shop(
          "shop.localhost",
          "http",
          List.of(step("a cart", "POST", "/carts", Map.of("cart", "/cart/id"), Map.of())),
          List.of(step("the cart", "GET", "/carts/${cart}?key=1", Map.of(), null)));

  @AfterEach
  void close() {
    runner.close();
    ingress.close();
  }

  @Test
  void theFailedStepIsAskedAfterThoseBeforeIt() throws Exception {
    ingress.open(shop.host());

    var answer = again.ask(shop, failed("the cart"));

    assertThat(ingress.requests("shop.localhost GET /carts/c1?key=1")).isOne();
    assertThat(answer.request()).isEqualTo("GET /carts/${cart}?key=1");
    assertThat(answer.at()).isEqualTo(NOW);
    assertThat(answer.error()).isEqualTo("what came instead");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"cart\":{\"id\":\"c1\"}}");
  }

  @Test
  void whatItAnswersIsToldWhateverItIs() throws Exception {
    ingress.breakDown(shop.host());

    assertThat(again.ask(shop, failed("a cart")).status()).isEqualTo(500);
  }

  @Test
  void withoutAnAnswerTheErrorStays() throws Exception {
    ingress.breakDown(shop.host());
    assertThat(again.ask(shop, failed("the cart")).status()).isNull();
    assertThat(again.ask(shop, failed("a step of another version")).status()).isNull();
    ingress.down();

    var answer = again.ask(shop, failed("a cart"));

    assertThat(answer.status()).isNull();
    assertThat(answer.body()).isNull();
    assertThat(answer.error()).isEqualTo("what came instead");
  }

  private static Probe failed(String step) {
    return new Probe(NOW, 1, step, "what came instead");
  }

  private static ScenarioStep step(
      String name, String method, String path, Map<String, String> capture, @Nullable Object json) {
    return new ScenarioStep(
        name,
        new ScenarioStep.Request(method, path, Map.of(), json),
        new ScenarioStep.Expectation(List.of(200), Map.of(), null),
        capture);
  }
}
