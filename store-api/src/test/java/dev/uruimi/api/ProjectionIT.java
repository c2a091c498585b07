package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(Servers.class)
class ProjectionIT {

  private static final Duration A_WHILE = Duration.ofSeconds(60);

  private static RunningApi api;
  private static EventLog log;
  private static HttpCalls http;

  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres) {
    api = RunningApi.onNewDatabase(kafka, postgres, "projection_it");
    log = new EventLog(kafka);
    http = api.http();
  }

  @AfterAll
  static void stop() {
    log.close();
    api.close();
  }

  @Test
  void aTableThatIsRightStaysAsItIs() {
    liveALittle();
    var before = rows();

    var rebuilt = run("rebuild");

    assertThat(rebuilt.at("/state").asString()).isEqualTo("done");
    assertThat(rebuilt.at("/outcome/changed").asLong()).isZero();
    assertThat(rebuilt.at("/events").asLong()).isPositive();
    assertThat(rows()).containsAllEntriesOf(before);
    assertThat(run("check").at("/outcome/different").asLong()).isZero();
  }

  @Test
  void aBrokenRowIsNamedAndMadeAnewWithAHigherNumber() {
    var id = failed("Broken row");
    var sound = failed("Sound row");
    var position = http.get("/stores?limit=1").text("/position");
    var change = change(sound);
    jdbc()
        .sql(
            """
            update stores set status = 'ready',
              current = replace(current::text, 'image_pull', 'oom_killed')::json where id = :id
            """)
        .param("id", id.value())
        .update();

    var checked = run("check").at("/outcome");

    assertThat(checked.at("/different").asLong()).isEqualTo(1);
    assertThat(checked.at("/differences").valueStream())
        .anySatisfy(
            difference -> {
              assertThat(difference.at("/id").asString()).isEqualTo(id.value());
              assertThat(difference.at("/field").asString()).isEqualTo("current/state/reason/code");
              assertThat(difference.at("/table").asString()).isEqualTo("oom_killed");
              assertThat(difference.at("/log").asString()).isEqualTo("image_pull");
            })
        .anySatisfy(
            difference -> {
              assertThat(difference.at("/field").asString()).isEqualTo("status");
              assertThat(difference.at("/table").asString()).isEqualTo("ready");
              assertThat(difference.at("/log").asString()).isEqualTo("failed");
            });
    try (var stream = http.follow("/stores/events?after=" + position)) {
      assertThat(run("rebuild").at("/outcome/changed").asLong()).isEqualTo(1);
      await().atMost(A_WHILE).until(() -> !stream.data(id.value()).isEmpty());
    }
    assertThat(http.get("/stores/" + id).text("/reason/code")).isEqualTo("image_pull");
    assertThat(change(id)).isGreaterThan(change);
    assertThat(change(sound)).isEqualTo(change);
    assertThat(run("check").at("/outcome/different").asLong()).isZero();
  }

  @Test
  void aLostRowComesBack() {
    var id = failed("Lost row");
    jdbc().sql("delete from stores where id = :id").param("id", id.value()).update();

    assertThat(run("check").at("/outcome/differences/0/field").asString()).isEqualTo("row");
    run("rebuild");

    assertThat(http.get("/stores/" + id).text("/status")).isEqualTo("failed");
  }

  @Test
  void aRowThatTheLogDoesNotKnowGoesOnlyWhenAskedTo() {
    var id = failed("Known");
    jdbc()
        .sql(
            """
            insert into stores (id, owner, name, engine, status, created, moved_at, change, current)
            select 'zzzzzzzzzz', owner, name, engine, status, created, moved_at,
              nextval('store_changes'), current
            from stores where id = :id
            """)
        .param("id", id.value())
        .update();

    var refused = run("rebuild");
    assertThat(refused.at("/state").asString()).isEqualTo("failed");
    assertThat(refused.at("/outcome/sentence").asString()).contains("zzzzzzzzzz");
    assertThat(count("stores where id = 'zzzzzzzzzz'")).isOne();

    assertThat(run("rebuild?removeUnknown=true").at("/state").asString()).isEqualTo("done");
    assertThat(count("stores where id = 'zzzzzzzzzz'")).isZero();
  }

  @Test
  void aLogThatLostEventsChangesNothing() {
    var id = failed("Before the loss");
    jdbc().sql("update stores set name = 'broken' where id = :id").param("id", id.value()).update();
    var beyond = "update projection_offsets set next_offset = next_offset %s 100000";
    jdbc().sql(beyond.formatted("+")).update();
    try {
      var refused = http.post("/platform/projection/rebuild", "");

      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:log-lost");
      assertThat(name(id)).isEqualTo("broken");
      assertThat(run("check").at("/state").asString()).isEqualTo("failed");
    } finally {
      jdbc().sql(beyond.formatted("-")).update();
    }
    assertThat(run("rebuild").at("/state").asString()).isEqualTo("done");
    assertThat(name(id)).isEqualTo("Before the loss");
  }

  @Test
  void theMarkOfAStoreThatNeedsAttentionStays() {
    var id = failed("Marked");
    log.sayRaw(id.value(), "{", Map.of("ce_type", "dev.uruimi.store.ready.v1"));
    await()
        .atMost(A_WHILE)
        .until(() -> http.get("/stores/" + id).json().at("/needsAttention").asBoolean());
    assertThat(run("check").at("/outcome/different").asLong()).isZero();

    assertThat(run("rebuild").at("/outcome/changed").asLong()).isZero();

    assertThat(http.get("/stores/" + id).json().at("/needsAttention").asBoolean()).isTrue();
  }

  @Test
  void whatIsSaidDuringARebuildIsNotLost() throws InterruptedException {
    var ids = new ArrayList<StoreId>();
    for (var number = 0; number < 20; number++) {
      ids.add(new StoreId(http.newStore("Busy " + number)));
    }
    var going = new AtomicBoolean(true);
    var created = new ArrayList<String>();
    var writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (going.get()) {
                    created.add(http.newStore("During a rebuild"));
                    log.say(installed(ids.get(created.size() % ids.size())), api.clock.instant());
                  }
                });
    for (var round = 0; round < 5; round++) {
      assertThat(run("rebuild").at("/state").asString()).isEqualTo("done");
    }
    going.set(false);
    writer.join();

    api.awaitRelayed();
    assertThat(created).isNotEmpty();
    for (var id : created) {
      assertThat(http.get("/stores/" + id).text("/status")).isEqualTo("requested");
    }
    assertThat(run("check").at("/outcome/different").asLong()).isZero();
  }

  @Test
  void aKilledRebuildChangesNothingAndIsStartedAgain(KafkaBroker kafka, PostgresServer postgres)
      throws SQLException {
    var id = failed("Killed");
    jdbc().sql("update stores set name = 'broken' where id = :id").param("id", id.value()).update();
    try (var blocking =
            DriverManager.getConnection(postgres.jdbcUrl("projection_it"), postgres.user(), "");
        var statement = blocking.createStatement()) {
      blocking.setAutoCommit(false);
      try (var other = RunningApi.on(kafka, postgres, "projection_it")) {
        // all is folded, and the swap waits
        statement.execute("lock table projection_offsets in row exclusive mode");
        assertThat(other.http().post("/platform/projection/rebuild", "").status()).isEqualTo(202);
        await().atMost(A_WHILE).until(() -> count("stores_rebuilt where id = '" + id + "'") == 1);
        assertThat(http.post("/platform/projection/rebuild", "").status()).isEqualTo(409);
      }
      blocking.rollback();
    }
    assertThat(name(id)).isEqualTo("broken");
    // its process is gone; what it noted stays, and its turn ends with the lease
    jdbc().sql("update projection_runs set state = 'running' where kind = 'rebuild'").update();
    api.clock.advance(Duration.ofSeconds(31));

    assertThat(http.get("/platform/projection").text("/rebuild/state")).isEqualTo("interrupted");
    assertThat(run("rebuild").at("/state").asString()).isEqualTo("done");
    assertThat(name(id)).isEqualTo("Killed");
    assertThat(count("stores_rebuilt")).isZero();
  }

  private static JsonNode run(String what) {
    var kind = what.replaceFirst("\\?.*", "");
    assertThat(http.post("/platform/projection/" + what, "").status()).isEqualTo(202);
    await()
        .atMost(A_WHILE)
        .until(
            () -> !http.get("/platform/projection").text("/" + kind + "/state").equals("running"));
    return http.get("/platform/projection").json().at("/" + kind);
  }

  private static void liveALittle() {
    http.delete("/stores/" + http.newStore("Deleting"));
    failed("Failed");
    api.awaitRelayed();
  }

  private static StoreId failed(String name) {
    var id = new StoreId(http.newStore(name));
    api.awaitRelayed();
    // clocks tell more than Postgres keeps
    var now = api.clock.instant().plusNanos(723);
    log.say(new StoreEvent.StoreStepCompleted(id, 1, Step.NAMESPACE, 5), now);
    log.say(
        new StoreEvent.StoreFailed(
            id,
            1,
            "provisioner",
            0,
            Reason.of(ReasonCode.IMAGE_PULL, Map.of("image", "a/b:1", "message", "no"))),
        now);
    await().atMost(A_WHILE).until(() -> http.get("/stores/" + id).text("/status").equals("failed"));
    return id;
  }

  private static StoreEvent installed(StoreId id) {
    return new StoreEvent.StoreInstalled(id, 1, 1, 5);
  }

  private static Map<String, String> rows() {
    var rows = new TreeMap<String, String>();
    jdbc()
        .sql("select id, change || current::text || logged::text as row from stores")
        .query((row, _) -> rows.put(row.getString("id"), row.getString("row")))
        .list();
    return rows;
  }

  private static long change(StoreId id) {
    return jdbc()
        .sql("select change from stores where id = :id")
        .param("id", id.value())
        .query(Long.class)
        .single();
  }

  private static String name(StoreId id) {
    return jdbc()
        .sql("select name from stores where id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  private static int count(String from) {
    return jdbc().sql("select count(*) from " + from).query(Integer.class).single();
  }

  private static JdbcClient jdbc() {
    return api.bean(JdbcClient.class);
  }
}
