package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(Servers.class)
class StoreListIT {

  private static RunningApi api;
  private static HttpCalls http;
  private static EventLog log;
  private static List<String> ready;
  private static String failed;

  /** Eight stores: two ready, one failed, one deleted, the others requested. */
  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres) {
    api = RunningApi.onNewDatabase(kafka, postgres, "store_list_it");
    http = api.http();
    log = new EventLog(kafka);
    ready = List.of(http.newStore("Green Tea"), http.newStore("black tea"));
    ready.forEach(id -> say(new StoreEvent.StoreReady(new StoreId(id), 1, 1, 1)));
    failed = http.newStore("100% Ärger_1");
    var reason = Reason.of(ReasonCode.HELM_FAILED, Map.of("message", "no"));
    say(new StoreEvent.StoreFailed(new StoreId(failed), 1, "provisioner", 0, reason));
    http.newStore("100 Teas");
    http.newStore("Zebra");
    http.newStore("äpfel");
    http.post("/stores", "{\"name\": \"Coffee\", \"engine\": \"sample\", \"owner\": \"ada.l\"}");
    var gone = http.newStore("Gone Tea");
    http.delete("/stores/" + gone);
    var receipt = new dev.uruimi.events.Receipt(Map.of(), 1, api.clock.instant());
    say(new StoreEvent.StoreDeleted(new StoreId(gone), 1, receipt));
    await().until(() -> http.get("/stores?status=deleted").text("/total").equals("1"));
    await().until(() -> http.get("/stores?status=ready").text("/total").equals("2"));
    await().until(() -> http.get("/stores?status=failed").text("/total").equals("1"));
  }

  @AfterAll
  static void stop() {
    log.close();
    api.close();
  }

  @Test
  void countsAreOfWhatIsSearchedForAndTheTotalOfAllFilters() {
    var page = http.get("/stores?status=failed&q=tea").json();

    assertThat(page.at("/total").asLong()).isZero();
    assertThat(page.at("/stores")).isEmpty();
    assertThat(page.at("/counts/ready").asLong()).isEqualTo(2);
    assertThat(page.at("/counts/requested").asLong()).isEqualTo(1);
    assertThat(page.at("/counts/failed").asLong()).isZero();
    assertThat(page.at("/counts").propertyNames()).hasSize(8).doesNotContain("deleted");
  }

  @Test
  void countsAreOfTheOwnerAskedFor() {
    var page = http.get("/stores?status=ready&owner=ada.l").json();

    assertThat(page.at("/total").asLong()).isZero();
    assertThat(page.at("/counts/ready").asLong()).isZero();
    assertThat(page.at("/counts/requested").asLong()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "status=ready&status=failed,         3",
    "'status=ready,failed,deleted',      4",
    "status=deleted&q=tea,               1",
    "engine=sample&q=TEA,                3",
    "'engine=sample,other&status=ready', 2",
    "engine=other,                       0",
    "owner=ada.l,                        1",
    "'owner=local,ada.l&q=coffee',       1",
    "owner=local&q=coffee,               0",
    "owner=ada,                          0",
    "q=100,                              2",
    "q=100%25,                           1",
    "q=_,                                1",
    "q=%25%25,                           0",
    "q=%5C,                              0",
    "q='; drop table stores; --,         0",
    "q=%C3%84RGER,                       1"
  })
  void filtersAreCombined(String query, int total) {
    var page = http.get("/stores?" + query.replace(" ", "%20").replace(";", "%3B")).json();

    assertThat(page.at("/total").asInt()).isEqualTo(total);
    assertThat(page.at("/stores")).hasSize(total);
  }

  @Test
  void anIdIsFoundByAnyPartOfIt() {
    var part = failed.substring(2, 9).toUpperCase(Locale.ROOT);

    assertThat(ids(http.get("/stores?q=" + part).json())).containsExactly(failed);
  }

  @Test
  void namesAreSortedWhateverTheirCapitals() {
    var names = names("name");

    assertThat(names).isSortedAccordingTo(Comparator.comparing(n -> n.toLowerCase(Locale.ROOT)));
    var backwards = new ArrayList<>(names);
    Collections.reverse(backwards);
    assertThat(names("-name")).isEqualTo(backwards);
  }

  @Test
  void storesThatWereNeverReadyComeLastInBothOrders() {
    assertThat(ids(http.get("/stores?sort=readyAfter").json()).subList(0, 2))
        .containsExactlyInAnyOrderElementsOf(ready);
    assertThat(ids(http.get("/stores?sort=-readyAfter").json()).subList(0, 2))
        .containsExactlyInAnyOrderElementsOf(ready);
  }

  @ParameterizedTest
  @ValueSource(strings = {"created", "-created", "name", "-name", "readyAfter", "-readyAfter"})
  void pagesHoldEachStoreOnceWhileOthersAreMade(String sort) {
    var before = ids(http.get("/stores?limit=200&sort=" + sort).json());
    var seen = new ArrayList<String>();
    var cursor = "";
    while (cursor != null) {
      var page = http.get("/stores?limit=5&sort=" + sort + cursor).json();
      seen.addAll(ids(page));
      http.newStore("In between " + seen.size());
      // those that sort behind the cursor would be met for ever
      cursor =
          page.at("/nextCursor").isNull() || seen.size() > 500
              ? null
              : "&cursor=" + page.at("/nextCursor").asString();
      if (seen.containsAll(before)) {
        break;
      }
    }

    assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    assertThat(seen.stream().filter(before::contains).toList()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "status=ready&status=nonsense, status",
    "engine=a%20b,                 engine",
    "owner=a%20b,                  owner",
    "q=%20,                        q",
    "q=%00,                        q",
    "sort=price,                   sort",
    "limit=201,                    limit",
    "cursor=%25%00,                cursor",
    "cursor=Y3JlYXRlZA,            cursor"
  })
  void aWrongParameterIsNamed(String query, String field) {
    var refused = http.get("/stores?" + query);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void allWrongParametersAreNamedAtOnce() {
    var refused = http.get("/stores?status=x&sort=x&limit=0&q=" + "a".repeat(61));

    assertThat(refused.json().at("/errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("status", "sort", "limit", "q");
  }

  @Test
  void aNumberThatIsNoneIsNamed() {
    var refused = http.get("/stores?limit=many");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/errors/0/field")).isEqualTo("limit");
  }

  @Test
  void aCursorOfAnotherSortIsRefused() {
    var cursor = http.get("/stores?limit=1&sort=name").text("/nextCursor");

    assertThat(http.get("/stores?limit=1&sort=name&cursor=" + cursor).status()).isEqualTo(200);
    assertThat(http.get("/stores?limit=1&sort=-name&cursor=" + cursor).text("/errors/0/field"))
        .isEqualTo("cursor");
  }

  @Test
  void aNameWithASlashEndsAPageAsAnyOther() {
    http.newStore("slash/a");
    http.newStore("slash/b");

    var first = http.get("/stores?q=slash/&limit=1&sort=name").json();
    var cursor = first.at("/nextCursor").asString();
    var second = http.get("/stores?q=slash/&limit=1&sort=name&cursor=" + cursor);

    assertThat(first.at("/stores/0/name").asString()).isEqualTo("slash/a");
    assertThat(second.text("/stores/0/name")).isEqualTo("slash/b");
  }

  private static List<String> names(String sort) {
    var query = URLEncoder.encode("e", StandardCharsets.UTF_8) + "&sort=" + sort;
    var names = new ArrayList<String>();
    http.get("/stores?limit=200&q=" + query)
        .json()
        .at("/stores")
        .forEach(store -> names.add(store.at("/name").asString()));
    return names;
  }

  private static List<String> ids(JsonNode page) {
    var ids = new ArrayList<String>();
    page.at("/stores").forEach(store -> ids.add(store.at("/id").asString()));
    return ids;
  }

  private static void say(StoreEvent event) {
    api.awaitRelayed();
    log.say(event, api.clock.instant());
  }
}
