package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import dev.uruimi.testing.TestToken;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Servers.class)
class PageIT {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private static RunningApi api;
  private static HttpCalls http;

  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres) {
    api =
        RunningApi.onNewDatabase(
            kafka, postgres, "page_it", "--uruimi.page.location=file:src/test/dashboard/");
    http = api.http();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?status=failed", "/create", "/shops/k7m2p9x4qd", "/operations"})
  void theClientsAddressesAreThePage(String path) {
    var page = http.get(path, "Accept", BROWSER);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.body()).contains("/assets/index-a1b2c3.js");
    assertThat(page.response().headers().allValues("Content-Security-Policy"))
        .containsExactly(
            "default-src 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none';"
                + " form-action 'self'");
    assertThat(page.response().headers().allValues("Cache-Control")).containsExactly("no-cache");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
  }

  @Test
  void aPageThatTheBrowserHasIsNotSentAgain() {
    var tag = http.get("/", "Accept", BROWSER).header("ETag");

    var again = http.get("/operations", "Accept", BROWSER, "If-None-Match", tag);

    assertThat(tag).isNotEmpty();
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void assetsAreKeptForAYear() {
    var asset = http.get("/assets/index-a1b2c3.js");

    assertThat(asset.status()).isEqualTo(200);
    assertThat(asset.header("Content-Type")).startsWith("text/javascript");
    assertThat(asset.response().headers().allValues("Cache-Control"))
        .containsExactly("max-age=31536000, public, immutable");
    assertThat(http.get("/favicon.svg").header("Cache-Control")).isEqualTo("no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/index.html",
        "/notes.md",
        "/shops",
        "/shops/a/b",
        "/operations/x",
        "/assets/none.js",
        "/assets/",
        "/somewhere"
      })
  void otherPathsAreNotThere(String path) {
    var refused = http.get(path, "Accept", BROWSER);

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body()).doesNotContain("<script", "not for everybody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../notes.md",
        "/assets/%2e%2e/notes.md",
        "/assets/..%2fnotes.md",
        "/assets/..%5cnotes.md",
        "/assets/%252e%252e/notes.md",
        "/assets/....//notes.md",
        "/assets//../../pom.xml",
        "/assets/..;/notes.md",
        "/assets/%00/../notes.md",
        "/assets/%c0%ae%c0%ae/notes.md"
      })
  void pathsOutOfTheDirectoryLeadNowhere(String path) throws IOException {
    // written by hand, as clients tidy paths up
    var token = "Authorization: " + TestToken.HEADER + "\r\n";
    var answer =
        raw(
            "GET "
                + path
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + token
                + "Connection: close\r\n\r\n");

    assertThat(answer).containsPattern("^HTTP/1.1 (400|404) ").doesNotContain("not for everybody");
  }

  @Test
  void programsAreNotGivenAPage() {
    assertThat(http.get("/operations", "Accept", "application/json").status()).isEqualTo(406);
    assertThat(http.post("/create", "{}").status()).isEqualTo(405);
    assertThat(http.get("/stores", "Accept", "application/json").status()).isEqualTo(200);
  }

  @Test
  void theApiKeepsItsOwnHeaders() {
    var stores = http.get("/stores");

    assertThat(stores.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(stores.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:7080, http://127.0.0.1:7080,      200",
    "localhost:7080, http://localhost:7080,      200",
    "localhost:7080, http://evil.example,        403",
    "localhost:7080, http://store-a.localhost,   403",
    "evil.example,   http://evil.example,        421",
    "store-a.localhost, http://store-a.localhost, 421"
  })
  void thePageIsForItsOwnHostAndOrigin(String host, String origin, int status) {
    for (var path : new String[] {"/", "/assets/index-a1b2c3.js", "/stores", "/favicon.svg"}) {
      assertThat(http.get(path, "Host", host, "Origin", origin).status()).isEqualTo(status);
    }
  }

  @Test
  void aPageThatWasNotBuiltSaysWhereTheApiIs(KafkaBroker kafka, PostgresServer postgres) {
    try (var without = RunningApi.on(kafka, postgres, "page_it")) {
      var page = without.http().get("/", "Accept", BROWSER);

      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
      assertThat(page.body()).contains("not built", "/openapi.json");
      assertThat(without.http().get("/operations", "Accept", BROWSER).status()).isEqualTo(404);
      assertThat(without.http().get("/assets/a.js").status()).isEqualTo(404);
    }
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", api.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
