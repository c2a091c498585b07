package dev.uruimi.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.uruimi.engines.ScenarioStep.Expectation;
import dev.uruimi.engines.ScenarioStep.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScenarioRunnerTest {

  private HttpServer shop;
  private ScenarioRunner runner;

  @BeforeEach
  void aShop() throws IOException {
    shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    shop.createContext("/", ScenarioRunnerTest::echo);
    shop.start();
    runner =
        new ScenarioRunner(
            URI.create("http://127.0.0.1:" + shop.getAddress().getPort()), Duration.ofSeconds(5));
  }

  @AfterEach
  void close() {
    runner.close();
    shop.stop(0);
  }

  /** Answers with what it was asked. */
  private static void echo(HttpExchange exchange) throws IOException {
    var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var answer =
        "{\"host\":\"%s\",\"path\":\"%s\",\"body\":%s}"
            .formatted(
                exchange.getRequestHeaders().getFirst("Host"),
                exchange.getRequestURI(),
                request.isEmpty() ? "null" : request);
    exchange.getResponseHeaders().add("Cart-Token", "t1");
    exchange.sendResponseHeaders(200, answer.length());
    exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  @Test
  void namesTheShopAndCarriesValuesFromStepToStep() throws InterruptedException {
    var first =
        step("/a", null, Map.of("/host", "shop.localhost"), Map.of("token", "header:Cart-Token"));
    var second =
        step(
            "/b/${token}",
            Map.of("cart", "${token}"),
            Map.of("/body/cart", "t1"),
            Map.of("p", "/path"));

    assertThat(runner.run("shop.localhost", List.of(first, second), Map.of()))
        .isInstanceOfSatisfying(
            ScenarioResult.Passed.class,
            passed -> assertThat(passed.captured()).containsEntry("p", "/b/t1"));
  }

  @Test
  void saysWhichStepFailedAndHow() throws InterruptedException {
    var wrong = step("/a", null, Map.of("/type", "order"), Map.of());

    assertThat(runner.run("shop.localhost", List.of(wrong), Map.of()))
        .isEqualTo(new ScenarioResult.Failed("step /a", "/type is not order"));
  }

  @Test
  void aShopThatDoesNotAnswerIsAFailureNotAnException() throws InterruptedException {
    shop.stop(0);

    assertThat(runner.run("x", List.of(step("/", null, Map.of(), Map.of())), Map.of()))
        .isInstanceOf(ScenarioResult.Failed.class);
  }

  private static ScenarioStep step(
      String path, Object json, Map<String, Object> expected, Map<String, String> capture) {
    return new ScenarioStep(
        "step " + path,
        new Request(json == null ? "GET" : "POST", path, Map.of(), json),
        new Expectation(List.of(200), expected, null),
        capture);
  }
}
