package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.HttpCalls.Reply;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

@ExtendWith(Servers.class)
class LogInIT {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  /** All that who is not logged in may ask. */
  private static final Set<String> OPEN =
      Set.of(
          "GET /actuator/health",
          "GET /log-in",
          "GET /log-in.js",
          "GET /log-in.css",
          "POST /log-in");

  private static KafkaBroker kafka;
  private static PostgresServer postgres;
  private static RunningApi api;

  @BeforeAll
  static void start(KafkaBroker broker, PostgresServer server) {
    kafka = broker;
    postgres = server;
    api = RunningApi.onNewDatabase(kafka, postgres, "log_in_it");
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  /** Out of what is registered, so that no endpoint that comes later is forgotten. */
  static Stream<String> routes() {
    return api.beans(RequestMappingInfoHandlerMapping.class).stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(LogInIT::routes)
        .distinct();
  }

  private static Stream<String> routes(RequestMappingInfo mapping) {
    var named = mapping.getMethodsCondition().getMethods();
    var methods = named.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : named;
    return mapping.getPatternValues().stream()
        .map(pattern -> pattern.replaceAll("\\{[^}]*}", "k7m2p9x4qd").replace("**", "x"))
        .flatMap(path -> methods.stream().map(method -> method + " " + path));
  }

  @Test
  void noRegisteredRouteIsOpenButTheNamedOnes() {
    var routes = routes().toList();

    assertThat(routes).contains("POST /stores", "GET /actuator/metrics").containsAll(OPEN);
    assertThat(routes.stream().filter(route -> unknownCaller(route) != 401))
        .containsExactlyInAnyOrderElementsOf(OPEN);
  }

  private static int unknownCaller(String route) {
    var methodAndPath = route.split(" ");
    var http = api.stranger();
    return http.send(
            http.request(methodAndPath[1], "Content-Type", "application/json")
                .method(methodAndPath[0], BodyPublishers.ofString("{}")))
        .status();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/index-a1b2c3.js",
        "/favicon.svg",
        "/nowhere",
        "/actuator/health/db",
        "/actuator/heapdump",
        "/log-in/",
        "/log-in/links",
        "/LOG-IN",
        "/actuator/health/",
        "/error"
      })
  void nothingElseIsOpenEither(String path) {
    assertThat(api.stranger().get(path).status()).isEqualTo(401);
  }

  @Test
  void healthTellsStrangersWhetherItIsWellAndNothingMore() {
    assertThat(api.stranger().get("/actuator/health").body()).doesNotContain("components");
    assertThat(api.http().get("/actuator/health").json().at("/components/db").isObject()).isTrue();
    assertThat(api.stranger().get("/actuator/health/liveness").body())
        .isEqualTo("{\"status\":\"UP\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Bearer", "Basic YTpi", "Bearer a b"})
  void aWrongTokenIsRefusedWithASentenceThatHelps(String authorization) {
    var refused = api.stranger("Authorization", authorization).get("/stores");

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:log-in-needed");
    assertThat(refused.text("/detail")).contains("./uruimi login");
  }

  @Test
  void whoShowsAWrongTokenIsNotLetInByACookie() {
    var browser = logIn(api);

    assertThat(browser.get("/stores").status()).isEqualTo(200);
    assertThat(browser.get("/stores", "Authorization", "Bearer wrong").status()).isEqualTo(401);
  }

  @Test
  void peopleAreShownThePageThatTellsHow() {
    var page = api.stranger().get("/shops/k7m2p9x4qd", "Accept", BROWSER);

    assertThat(page.status()).isEqualTo(401);
    assertThat(page.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.body()).contains("./uruimi login", "/log-in.js");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void aLinkLogsABrowserInWithACookieForThisHostAlone() {
    var link = api.http().post("/log-in/links", "");
    var opened = open(api, link);

    assertThat(link.status()).isEqualTo(201);
    assertThat(link.text("/path")).matches("/log-in#[A-Za-z0-9_-]{43}");
    assertThat(opened.status()).isEqualTo(204);
    assertThat(opened.header("Set-Cookie").split("; "))
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
        .noneMatch(part -> part.startsWith("Domain"))
        .anyMatch(part -> part.matches("__Host-uruimi-session=[A-Za-z0-9_-]{43}"));
    assertThat(browser(opened).get("/stores").status()).isEqualTo(200);
    assertThat(browser(opened).follow("/stores/events").isEnded()).isFalse();
  }

  @Test
  void theDatabaseHoldsNoWayIn() {
    var code = code(api.http().post("/log-in/links", ""));
    var id = cookie(open(api, api.http().post("/log-in/links", ""))).split("=")[1];

    for (var table : new String[] {"log_in_links", "log_in_sessions"}) {
      var rows =
          api.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
              .sql("select * from " + table)
              .query()
              .listOfRows();
      assertThat(rows).isNotEmpty();
      assertThat(rows.toString()).doesNotContain(code, id);
    }
  }

  @Test
  void aLinkCountsOnce() {
    var link = api.http().post("/log-in/links", "");

    assertThat(open(api, link).status()).isEqualTo(204);
    var again = open(api, link);

    assertThat(again.status()).isEqualTo(401);
    assertThat(again.text("/type")).isEqualTo("urn:uruimi:problem:link-not-valid");
    assertThat(again.text("/detail")).contains("./uruimi login");
    assertThat(again.header("Set-Cookie")).isEmpty();
  }

  @Test
  void ofManyWhoOpenALinkAtOnceOneIsLoggedIn() {
    var link = api.http().post("/log-in/links", "");

    assertThat(
            Stream.generate(() -> link)
                .limit(8)
                .parallel()
                .filter(it -> open(api, it).status() == 204))
        .hasSize(1);
  }

  @Test
  void aLinkIsTooOldAfterTenMinutes() {
    var link = api.http().post("/log-in/links", "");
    api.clock.advance(Duration.ofMinutes(10));

    assertThat(open(api, link).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                           | 422 | code",
        "{\"code\": 1}                | 422 | code",
        "{\"code\": \"\"}             | 422 | code",
        "{\"code\": \"a\", \"b\": 1}  | 422 | b",
        "[]                           | 400 | ''"
      })
  void aBadBodyIsAProblemThatNamesTheField(String body, int status, String field) {
    var refused = api.stranger().post("/log-in", body);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.text("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void anotherReplicaOpensTheLinkAndKnowsTheSession() {
    try (var other = replica()) {
      var opened = open(other, api.http().post("/log-in/links", ""));

      assertThat(opened.status()).isEqualTo(204);
      assertThat(browser(opened).get("/stores").status()).isEqualTo(200);
      assertThat(other.stranger("Cookie", cookie(opened)).get("/stores").status()).isEqualTo(200);
    }
  }

  @Test
  void aBrowserMakesNoLinks() {
    var refused = logIn(api).post("/log-in/links", "", "Origin", origin());

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:token-needed");
  }

  @Test
  void theBrowsersChoiceOfAnIdIsNotTaken() {
    var chosen = "__Host-uruimi-session=" + "a".repeat(43);
    var link = api.http().post("/log-in/links", "");
    var opened =
        api.stranger("Cookie", chosen, "Origin", origin())
            .post("/log-in", "{\"code\": \"%s\"}".formatted(code(link)));

    assertThat(opened.status()).isEqualTo(204);
    assertThat(cookie(opened)).isNotEqualTo(chosen);
    assertThat(api.stranger("Cookie", chosen).get("/stores").status()).isEqualTo(401);
  }

  static List<String[]> foreign() {
    var port = api.port();
    return List.of(
        new String[] {"Origin", "http://127.0.0.1:" + (port - 1)},
        new String[] {"Origin", "http://localhost:" + port},
        new String[] {"Origin", "http://store-a.localhost"},
        new String[] {"Origin", "null"},
        new String[] {"Origin", "http://127.0.0.1:" + port, "Origin", "http://evil.example"},
        new String[] {"Sec-Fetch-Site", "same-site"},
        new String[] {"Sec-Fetch-Site", "none"},
        new String[] {});
  }

  @Test
  void aWriteOfABrowserIsTakenFromAPageOfThisHostAndPortAlone() {
    var browser = logIn(api);

    for (var headers : foreign()) {
      var refused = browser.create("Foreign", headers);
      assertThat(refused.status()).as(Arrays.toString(headers)).isEqualTo(403);
      assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:foreign-origin");
    }
    assertThat(browser.create("Own", "Origin", origin()).status()).isEqualTo(202);
    assertThat(browser.create("Own", "Sec-Fetch-Site", "same-origin").status()).isEqualTo(202);
    assertThat(api.http().create("Of a program").status()).isEqualTo(202);
  }

  @Test
  void whoLogsOutIsLoggedOutEverywhere() {
    var browser = logIn(api);
    try (var other = replica()) {
      var there = other.stranger("Cookie", cookieOf(browser));
      assertThat(there.get("/stores").status()).isEqualTo(200);

      var out = browser.post("/log-out", "", "Origin", origin());

      assertThat(out.status()).isEqualTo(204);
      assertThat(out.header("Set-Cookie"))
          .startsWith("__Host-uruimi-session=;")
          .contains("Max-Age=0", "Secure", "Path=/");
      assertThat(browser.get("/stores").status()).isEqualTo(401);
      assertThat(there.get("/stores").status()).isEqualTo(401);
    }
  }

  @Test
  void aBrowserThatAsksForNothingForAWeekIsLoggedOut() {
    var idle = logIn(api);
    var busy = logIn(api);
    api.clock.advance(Duration.ofDays(4));
    assertThat(busy.get("/stores").status()).isEqualTo(200);
    api.clock.advance(Duration.ofDays(4));

    assertThat(busy.get("/stores").status()).isEqualTo(200);
    assertThat(idle.get("/stores").status()).isEqualTo(401);
  }

  @Test
  void nobodyStaysLoggedInForMoreThanAMonth() {
    var browser = logIn(api);
    for (var week = 0; week < 5; week++) {
      assertThat(browser.get("/stores").status()).as("week " + week).isEqualTo(200);
      api.clock.advance(Duration.ofDays(6));
    }

    assertThat(browser.get("/stores").status()).isEqualTo(401);
  }

  @Test
  void whileTheDatabaseIsAwayThoseWhoWereKnownAreAndOthersAreToldWhy() {
    var known = logIn(api);
    assertThat(known.get("/platform").status()).isEqualTo(200);
    var unknown = api.stranger("Cookie", "__Host-uruimi-session=" + "b".repeat(43));
    postgres.stop();
    try {
      assertThat(known.get("/platform").status()).isEqualTo(200);
      assertThat(api.http().get("/platform").status()).isEqualTo(200);
      assertThat(unknown.get("/platform").text("/type"))
          .isEqualTo("urn:uruimi:problem:database-unavailable");
    } finally {
      postgres.start();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOGIN_TOKEN_FILE", "PEERS_TOKEN_FILE"})
  void withoutATokenTheServiceDoesNotStart(String setting) {
    assertThatThrownBy(() -> RunningApi.on(kafka, postgres, "log_in_it", "--" + setting + "="))
        .rootCause()
        .hasMessageContaining(setting + " names no file");
  }

  /** Another one on the same database, of the same time. */
  private static RunningApi replica() {
    var other = RunningApi.on(kafka, postgres, "log_in_it");
    other.clock.advance(Duration.between(other.clock.instant(), api.clock.instant()));
    return other;
  }

  private static HttpCalls logIn(RunningApi at) {
    return browser(open(at, at.http().post("/log-in/links", "")));
  }

  private static Reply open(RunningApi at, Reply link) {
    return at.stranger().post("/log-in", "{\"code\": \"%s\"}".formatted(code(link)));
  }

  private static HttpCalls browser(Reply opened) {
    return api.stranger("Cookie", cookie(opened));
  }

  private static String cookieOf(HttpCalls browser) {
    return browser.request("/").build().headers().firstValue("Cookie").orElseThrow();
  }

  private static String code(Reply link) {
    return link.text("/path").substring("/log-in#".length());
  }

  private static String cookie(Reply opened) {
    return opened.header("Set-Cookie").split(";")[0];
  }

  private static String origin() {
    return "http://127.0.0.1:" + api.port();
  }
}
