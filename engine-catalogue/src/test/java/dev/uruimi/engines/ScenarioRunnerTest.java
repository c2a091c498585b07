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
import java.util.LinkedHashMap;
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
    shop.createContext("/login", ScenarioRunnerTest::login);
    shop.createContext("/token", ScenarioRunnerTest::token);
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

  /** Gives two cookies and takes one back. */
  private static void login(HttpExchange exchange) throws IOException {
    var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.add("Set-Cookie", "session=s%7C1; path=/admin; HttpOnly");
    headers.add("Set-Cookie", "test=yes; path=/");
    headers.add("Set-Cookie", "test=+; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/");
    headers.add("Form", form);
    headers.add("Form-Type", exchange.getRequestHeaders().getFirst("Content-Type"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  /** Answers a plain text: the cookies it was sent. */
  private static void token(HttpExchange exchange) throws IOException {
    var cookie = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
    exchange.sendResponseHeaders(200, cookie.length() + 1L);
    exchange.getResponseBody().write((cookie + "\n").getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  @Test
  void sendsAFormAndKeepsCookiesAsABrowserDoes() throws InterruptedException {
    var form = new LinkedHashMap<String, String>();
    form.put("user", "ada");
    form.put("password", "${secret}");
    var login =
        new ScenarioStep(
            "login",
            new Request("POST", "/login", Map.of(), null, form),
            new Expectation(List.of(302), Map.of(), null),
            Map.of("form", "header:Form", "type", "header:Form-Type"));
    var token = step("/token", null, Map.of(), Map.of("token", "body"));

    assertThat(runner.run("shop.localhost", List.of(login, token), Map.of("secret", "a&b c")))
        .isInstanceOfSatisfying(
            ScenarioResult.Passed.class,
            passed ->
                assertThat(passed.captured())
                    .containsEntry("form", "user=ada&password=a%26b+c")
                    .containsEntry("type", "application/x-www-form-urlencoded")
                    .containsEntry("token", "session=s%7C1"));
  }

  @Test
  void everyRunStartsWithoutCookies() throws InterruptedException {
    var login =
        new ScenarioStep(
            "login",
            new Request("POST", "/login", Map.of(), null, Map.of("user", "ada")),
            new Expectation(List.of(302), Map.of(), null),
            Map.of());
    var token = step("/token", null, Map.of(), Map.of("token", "body"));

    assertThat(runner.run("shop.localhost", List.of(login), Map.of()))
        .isInstanceOf(ScenarioResult.Passed.class);
    assertThat(runner.run("shop.localhost", List.of(token), Map.of()))
        .isInstanceOfSatisfying(
            ScenarioResult.Passed.class,
            passed -> assertThat(passed.captured()).containsEntry("token", "null"));
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
        .isInstanceOfSatisfying(
            ScenarioResult.Failed.class,
            failed -> {
              assertThat(failed.step()).isEqualTo("step /a");
              assertThat(failed.request()).isEqualTo("GET /a");
              assertThat(failed.message()).isEqualTo("/type is not order");
              assertThat(failed.answer()).isNotNull();
              assertThat(failed.answer().status()).isEqualTo(200);
              assertThat(failed.answer().body()).contains("shop.localhost");
              assertThat(failed.toString()).doesNotContain("shop.localhost");
            });
  }

  @Test
  void onlyTheBeginningOfAnAnswerIsKept() {
    assertThat(ScenarioResult.Answer.of(500, "x".repeat(100_000)).body())
        .hasSize(ScenarioResult.Answer.LONGEST_BODY);
  }

  @Test
  void aShopThatDoesNotAnswerIsAFailureNotAnException() throws InterruptedException {
    shop.stop(0);

    assertThat(runner.run("x", List.of(step("/", null, Map.of(), Map.of())), Map.of()))
        .isInstanceOfSatisfying(
            ScenarioResult.Failed.class, failed -> assertThat(failed.answer()).isNull());
  }

  private static ScenarioStep step(
      String path, Object json, Map<String, Object> expected, Map<String, String> capture) {
    return new ScenarioStep(
        "step " + path,
        new Request(json == null ? "GET" : "POST", path, Map.of(), json, Map.of()),
        new Expectation(List.of(200), expected, null),
        capture);
  }
}
