package dev.uruimi.local.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.local.terminal.CommandFailed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WaitingTest {

  private static final String STREAM = "text/event-stream";

  private final FakeApi server;
  private final StoreApi api;
  private final Waiting waiting;

  WaitingTest() throws Exception {
    server = new FakeApi();
    api = server.client();
    waiting = new Waiting(api, Clock.systemUTC(), duration -> {}, Duration.ofSeconds(20));
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  @Test
  void followsTheStoreUntilItIsReadyOverABrokenStream() throws InterruptedException {
    server
        .answers(200, STREAM, "retry: 2000\n\n" + event(1, "requested") + event(2, "starting"))
        .answers(503, "text/plain", "away")
        .answers(200, STREAM, ": heartbeat\n\n" + event(3, "ready"));
    var seen = new ArrayList<String>();

    var store = waiting.untilReady(store("requested"), it -> seen.add(it.status()));

    assertThat(store.status()).isEqualTo("ready");
    assertThat(seen).containsExactly("requested", "starting", "ready");
    assertThat(server.requests())
        .containsExactly(
            "GET /stores/a/events", "GET /stores/a/events after 2", "GET /stores/a/events after 2");
  }

  @Test
  void aFailedStoreEndsTheWaitWithItsReason() {
    server.answers(
        200,
        STREAM,
        """
        event: store
        id: 4
        data: {"id":"a","status":"failed","attempt":1,"error_reason":"Image x cannot be pulled.",\
        "reason":{"remedy":"Check the image."}}

        """);

    assertThatThrownBy(() -> waiting.untilReady(store("requested"), it -> {}))
        .isInstanceOfSatisfying(
            CommandFailed.class, it -> assertThat(it.advice()).isEqualTo("Check the image."))
        .hasMessage("Store a is failed: Image x cannot be pulled.");
  }

  @Test
  void whatAnEarlierAttemptCameToDoesNotCount() throws InterruptedException {
    server.answers(
        200,
        STREAM,
        "event: store\nid: 1\ndata: {\"id\":\"a\",\"status\":\"failed\",\"attempt\":1}\n\n"
            + "event: store\nid: 2\ndata: {\"id\":\"a\",\"status\":\"ready\",\"attempt\":2}\n\n");
    var retried = parsed("{\"id\":\"a\",\"status\":\"requested\",\"attempt\":2}");

    assertThat(waiting.untilReady(retried, it -> {}).attempt()).isEqualTo(2);
  }

  private static String event(int id, String status) {
    return "event: store\nid: %d\ndata: {\"id\":\"a\",\"status\":\"%s\",\"attempt\":1}\n\n"
        .formatted(id, status);
  }

  private static Store store(String status) {
    return parsed("{\"id\":\"a\",\"status\":\"" + status + "\",\"attempt\":1}");
  }

  private static Store parsed(String json) {
    return new Store(JsonMapper.shared().readTree(json));
  }
}
