package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import dev.uruimi.testing.TestToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Servers.class)
class BadInputIT {

  private static final String GOOD = "{\"name\": \"Tea\", \"engine\": \"sample\"}";

  private static RunningApi api;
  private static HttpCalls http;

  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres) {
    api = RunningApi.onNewDatabase(kafka, postgres, "bad_input_it");
    http = api.http();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "🍵 Tea", "<script>alert(1)</script>"})
  void aBadNameIsNamed(String name) {
    var refused = http.create(name);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.text("/errors/0/field")).isEqualTo("name");
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("#/name");
  }

  @Test
  void aLongNameIsNamed() {
    assertThat(http.create("a".repeat(300)).text("/errors/0/detail"))
        .isEqualTo("must have 1 to 60 characters, not 300");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                        | 400",
        "[]                                       | 400",
        "{'name': 'a'}                            | 400",
        "{\"name\": \"a\", \"engine\": \"nix\"}   | 422",
        "{\"name\": \"a\", \"engine\": \"sample\", \"plan\": \"huge\"} | 422",
        "{\"name\": \"a\", \"engine\": \"sample\", \"admin\": true}    | 422",
        "{\"engine\": \"sample\"}                 | 422",
      })
  void aBadBodyIsAProblem(String body, int status) {
    var refused = http.post("/stores", body);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.text("/title")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-ada",
        "ada.",
        "ada/../root",
        "a b",
        "ada\\u0000",
        "<b>ada</b>",
        "ärger",
        "' or 1=1 --",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void aHostileOwnerIsNamed(String owner) {
    var refused =
        http.post(
            "/stores",
            "{\"name\": \"Tea\", \"engine\": \"sample\", \"owner\": \"%s\"}".formatted(owner));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("#/owner");
  }

  @Test
  void anotherContentTypeIsRefused() {
    var text =
        http.request("/stores", "Content-Type", "text/plain").POST(BodyPublishers.ofString(GOOD));

    assertThat(http.send(text).status()).isEqualTo(415);
  }

  /** Found by schemathesis: the boundary was looked for before anything else, and missed. */
  @Test
  void aBodyOfPartsWithoutABoundaryIsAnotherContentType() {
    var parts = "multipart/form-data";
    var posted = http.request("/stores", "Content-Type", parts).POST(BodyPublishers.ofString(GOOD));
    var retried =
        http.request("/stores/zzzzzzzzzz/retry", "Content-Type", parts)
            .POST(BodyPublishers.noBody());

    assertThat(http.send(posted).status()).isEqualTo(415);
    assertThat(http.send(retried).status()).isEqualTo(404);
    assertThat(http.get("/engines", "Content-Type", parts).status()).isEqualTo(200);
  }

  /** Found by schemathesis. */
  @ParameterizedTest
  @ValueSource(strings = {"/stores?=1", "/stores?limit=1&=", "/dead-letters?q=%f"})
  void aQueryThatCannotBeReadIsAProblem(String path) throws Exception {
    var refused = raw("GET " + path + " HTTP/1.1");

    assertThat(refused).startsWith("HTTP/1.1 400").contains("urn:uruimi:problem:bad-query");
  }

  @Test
  void aLargeBodyIsRefused() {
    assertThat(http.post("/stores", " ".repeat(20_000) + GOOD).status()).isEqualTo(413);
  }

  @Test
  void aLargeBodyThatDoesNotTellItsLengthIsRefused() {
    var bytes = (" ".repeat(20_000) + GOOD).getBytes(StandardCharsets.UTF_8);
    var chunked =
        http.request("/stores", "Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));

    assertThat(http.send(chunked).status()).isEqualTo(413);
  }

  @Test
  void aSmallBodyThatDoesNotTellItsLengthIsTaken() {
    var bytes = GOOD.getBytes(StandardCharsets.UTF_8);
    var chunked =
        http.request("/stores", "Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));

    assertThat(http.send(chunked).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "Host,   evil.example,             421",
    "Host,   store-a.localhost,        421",
    "Host,   localhost:9999,           200",
    "Origin, http://evil.example,      403",
    "Origin, http://store-a.localhost, 403",
    "Origin, null,                     403",
    "Origin, http://localhost:5173,    200"
  })
  void foreignHostsAndOriginsAreRefused(String header, String value, int status) {
    assertThat(http.get("/stores", header, value).status()).isEqualTo(status);
    assertThat(http.get("/actuator/health/liveness", header, value).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "/stores/zzzzzzzzzz,             404",
    "/stores/nonsense,               404",
    "/stores/..%2f..%2fetc,          400",
    "/stores/zzzzzzzzzz/credentials, 404",
    "/stores/zzzzzzzzzz/events,      404",
    "/stores?status=nonsense,        422",
    "/stores?limit=0,                422",
    "/stores?limit=x,                400",
    "/stores?cursor=x,               422",
    "/nothing,                       404",
    "/actuator/env,                  404",
    "/actuator/heapdump,             404"
  })
  void whatIsNotThereIsAProblem(String path, int status) {
    assertThat(http.get(path).status()).isEqualTo(status);
  }

  @Test
  void deletingWhatNeverWasIsNotFound() {
    assertThat(http.delete("/stores/zzzzzzzzzz").status()).isEqualTo(404);
    assertThat(http.post("/stores/zzzzzzzzzz/retry", "").status()).isEqualTo(404);
  }

  /** What java.net's client would not send. */
  private static String raw(String requestLine) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
      var headers =
          "Host: localhost\r\nAuthorization: " + TestToken.HEADER + "\r\nConnection: close";
      var request = requestLine + "\r\n" + headers + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void answersTellNothingOfTheInside() {
    var body = http.get("/stores/%00").body() + http.post("/stores", "{").body();

    assertThat(body).doesNotContain("dev.uruimi", "org.springframework", "Exception", "at java");
  }
}
