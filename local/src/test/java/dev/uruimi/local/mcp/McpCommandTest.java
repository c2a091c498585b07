package dev.uruimi.local.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.local.OwnProcess;
import dev.uruimi.local.stores.FakeApi;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The command in a process of its own, spoken to with the protocol's own client. */
class McpCommandTest {

  private static final String JSON = "application/json";
  private static final String ANNS =
      """
      {"id": "k7m2p9x4qd", "name": "Ann's Tea", "engine": "medusa", "status": "ready", "attempt": 1,
       "urls": {"shop": "http://store-k7m2p9x4qd.localhost/"}, "timeline": []}""";

  private final FakeApi api;
  private final List<ProgressNotification> progress = new CopyOnWriteArrayList<>();

  McpCommandTest() throws Exception {
    api = new FakeApi();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void theToolsSayWhichOfThemChangeAndWhichDestroy() {
    try (var client = client(UnaryOperator.identity())) {
      var tools = client.listTools().tools();

      assertThat(tools)
          .extracting(Tool::name)
          .containsExactlyInAnyOrder(
              "list_stores",
              "create_store",
              "watch_store",
              "diagnose_store",
              "retry_store",
              "delete_store");
      assertThat(tools)
          .filteredOn(tool -> tool.annotations().destructiveHint())
          .extracting(Tool::name)
          .containsExactly("delete_store");
      assertThat(client.getServerInstructions()).contains("watch_store");
    }
  }

  @Test
  void storesAreListedInAFewWords() {
    api.answers(200, JSON, "{\"stores\": [" + ANNS + "], \"nextCursor\": null}");
    try (var client = client(UnaryOperator.identity())) {
      var stores = JsonMapper.shared().readTree(text(call(client, "list_stores", Map.of())));

      assertThat(stores.at("/0/name").asString()).isEqualTo("Ann's Tea");
      assertThat(stores.at("/0/shop").asString()).isEqualTo("http://store-k7m2p9x4qd.localhost/");
      assertThat(api.requests()).containsExactly("GET /stores?limit=200");
    }
  }

  @Test
  void aStoreIsCreatedOfTheUsualEngine() {
    api.answers(200, JSON, "{\"engines\": [{\"name\": \"medusa\", \"default\": true}]}");
    api.answers(202, JSON, ANNS);
    try (var client = client(UnaryOperator.identity())) {
      assertThat(text(call(client, "create_store", Map.of("name", "Ann's Tea"))))
          .contains("k7m2p9x4qd");
      assertThat(api.requests()).containsExactly("GET /engines", "POST /stores");
    }
  }

  @Test
  void whatIsRefusedIsToldWithWhatToDo() {
    api.answers(
        409,
        "application/problem+json",
        "{\"title\": \"Nothing to retry\", \"detail\": \"The store is ready.\"}");
    try (var client = client(UnaryOperator.identity())) {
      var result = call(client, "retry_store", Map.of("id", "k7m2p9x4qd"));

      assertThat(result.isError()).isTrue();
      assertThat(text(result)).contains("Nothing to retry", "The store is ready.");
    }
  }

  @Test
  void aRetryIsAnsweredWithTheNewAttempt() {
    api.answers(
        202, JSON, ANNS.replace("ready", "requested").replace("\"attempt\": 1", "\"attempt\": 2"));
    try (var client = client(UnaryOperator.identity())) {
      var result = call(client, "retry_store", Map.of("id", "k7m2p9x4qd"));

      assertThat(result.isError()).isFalse();
      assertThat(text(result)).contains("k7m2p9x4qd", "requested");
      assertThat(JsonMapper.shared().readTree(text(result)).at("/attempt").asInt()).isEqualTo(2);
      assertThat(api.requests()).containsExactly("POST /stores/k7m2p9x4qd/retry");
    }
  }

  @Test
  void anArgumentThatIsMissingIsRefusedBeforeAnybodyIsAsked() {
    try (var client = client(UnaryOperator.identity())) {
      var result = call(client, "delete_store", Map.of());

      assertThat(result.isError()).isTrue();
      assertThat(text(result)).contains("id");
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void watchingTellsEachStepAsItHappens() {
    api.answers(200, JSON, ANNS.replace("ready", "starting"));
    var steps =
        "[{\"step\": \"requested\", \"at\": \"2026-01-01T10:00:00Z\"},"
            + " {\"step\": \"ready\", \"at\": \"2026-01-01T10:00:07Z\"}]";
    api.answers(
        200,
        "text/event-stream",
        "id: 1\nevent: store\ndata: "
            + ANNS.replace("\n", " ").replace("\"timeline\": []", "\"timeline\": " + steps)
            + "\n\n");
    try (var client = client(UnaryOperator.identity())) {
      var request = new CallToolRequest("watch_store", Map.of("id", "k7m2p9x4qd"), token());

      assertThat(text(client.callTool(request))).contains("\"ready\"");
      // the client hands them on beside the result and beside each other: their number tells
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(
                          progress.stream()
                              .sorted(Comparator.comparing(ProgressNotification::progress))
                              .map(ProgressNotification::message))
                      .containsExactly("requested", "ready"));
    }
  }

  @Test
  void aDiagnosisWithoutTheWatcherSaysThatItIsAway() {
    api.answers(200, JSON, ANNS.replace("ready", "failed"));
    api.answers(503, "application/problem+json", "{\"title\": \"The watcher is away\"}");
    api.answers(200, JSON, "{\"evidence\": []}");
    try (var client = client(UnaryOperator.identity())) {
      var answer =
          JsonMapper.shared()
              .readTree(text(call(client, "diagnose_store", Map.of("id", "k7m2p9x4qd"))));

      assertThat(answer.at("/store/status").asString()).isEqualTo("failed");
      assertThat(answer.at("/workloads/unavailable").asString()).isEqualTo("The watcher is away");
      assertThat(answer.at("/evidence/evidence").isArray()).isTrue();
    }
  }

  @Test
  void aDeletionIsConfirmedByThePersonWhereTheyCanBeAsked() {
    api.answers(200, JSON, ANNS).answers(202, JSON, ANNS.replace("ready", "deleting"));
    try (var client = client(asking(ElicitResult.Action.ACCEPT, "Ann's Tea"))) {
      var result = call(client, "delete_store", Map.of("id", "k7m2p9x4qd"));

      assertThat(text(result)).contains("deleting");
      assertThat(api.requests())
          .containsExactly("GET /stores/k7m2p9x4qd", "DELETE /stores/k7m2p9x4qd");
    }
  }

  @Test
  void aNameFromTheAssistantDoesNotReplaceThePerson() {
    api.answers(200, JSON, ANNS);
    try (var client = client(asking(ElicitResult.Action.DECLINE, ""))) {
      var result = call(client, "delete_store", Map.of("id", "k7m2p9x4qd", "name", "Ann's Tea"));

      assertThat(result.isError()).isTrue();
      assertThat(api.requests()).containsExactly("GET /stores/k7m2p9x4qd");
    }
  }

  @Test
  void whereThePersonCannotBeAskedTheNameMustBeRight() {
    api.answers(200, JSON, ANNS).answers(200, JSON, ANNS).answers(200, JSON, ANNS);
    api.answers(202, JSON, ANNS.replace("ready", "deleting"));
    try (var client = client(UnaryOperator.identity())) {
      assertThat(call(client, "delete_store", Map.of("id", "k7m2p9x4qd")).isError()).isTrue();
      assertThat(text(call(client, "delete_store", Map.of("id", "k7m2p9x4qd", "name", "Bob's"))))
          .contains("\"Bob's\" is not its name");
      assertThat(api.requests()).noneMatch(request -> request.startsWith("DELETE"));

      assertThat(
              text(call(client, "delete_store", Map.of("id", "k7m2p9x4qd", "name", "Ann's Tea"))))
          .contains("deleting");
    }
  }

  @Test
  void theCommandEndsWhenItsInputDoes() throws Exception {
    var process =
        new ProcessBuilder(OwnProcess.of("mcp"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();

    process.getOutputStream().close();

    assertThat(process.waitFor(Duration.ofSeconds(30))).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
  }

  private McpSyncClient client(UnaryOperator<McpClient.SyncSpec> more) {
    var command = OwnProcess.of("mcp");
    var server =
        ServerParameters.builder(command.getFirst())
            .args(command.subList(1, command.size()))
            .addEnvVar("URUIMI_API", api.address().toString())
            .build();
    var transport = new StdioClientTransport(server, McpJsonDefaults.getMapper());
    var client =
        more.apply(
                McpClient.sync(transport)
                    .requestTimeout(Duration.ofSeconds(30))
                    .progressConsumer(progress::add))
            .build();
    client.initialize();
    return client;
  }

  private static UnaryOperator<McpClient.SyncSpec> asking(ElicitResult.Action action, String name) {
    return client -> client.elicitation(_ -> new ElicitResult(action, Map.of("name", name)));
  }

  private static CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(new CallToolRequest(tool, arguments));
  }

  private static Map<String, Object> token() {
    return Map.of("progressToken", "watching");
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().getFirst()).text();
  }
}
