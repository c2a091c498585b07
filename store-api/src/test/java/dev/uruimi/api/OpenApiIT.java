package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.FakePeer;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.Receipt;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import dev.uruimi.testing.RecordedAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(Servers.class)
class OpenApiIT {

  @Test
  void theDocumentNamesEveryPathItsAnswersAndItsProblems(
      KafkaBroker kafka, PostgresServer postgres) {
    try (var api = RunningApi.onNewDatabase(kafka, postgres, "openapi_it")) {
      var document = api.http().get("/openapi.json").json();

      assertThat(document.at("/openapi").asString()).startsWith("3.1");
      assertThat(document.at("/paths").propertyNames())
          .containsExactlyInAnyOrder(
              "/dead-letters",
              "/dead-letters/{id}",
              "/dead-letters/{id}/discard",
              "/dead-letters/{id}/redrive",
              "/engines",
              "/engines/{name}/picture",
              "/log-in",
              "/log-in/links",
              "/log-out",
              "/platform",
              "/platform/failures",
              "/platform/health",
              "/platform/orphans",
              "/platform/orphans/sweep",
              "/platform/projection",
              "/platform/projection/check",
              "/platform/projection/rebuild",
              "/platform/log/restore",
              "/platform/provision-times",
              "/replays",
              "/stores",
              "/stores/events",
              "/stores/{id}",
              "/stores/{id}/credentials",
              "/stores/{id}/events",
              "/stores/{id}/evidence",
              "/stores/{id}/retry",
              "/stores/{id}/workloads",
              "/webhooks",
              "/webhooks/{id}",
              "/webhooks/{id}/deliveries",
              "/webhooks/{id}/deliveries/{deliveryId}/redeliver");
      assertThat(document.at("/components/schemas").propertyNames())
          .contains("Store", "NewStore", "Problem", "FieldError", "Engine", "Credentials");
      var create = document.at("/paths/~1stores/post");
      assertThat(create.at("/responses/202/content/application~1json/schema/$ref").asString())
          .isEqualTo("#/components/schemas/Store");
      assertThat(create.at("/requestBody/content/application~1json/schema/$ref").asString())
          .isEqualTo("#/components/schemas/NewStore");
      assertThat(create.at("/parameters").findValuesAsString("name")).contains("Idempotency-Key");
      for (var path : document.at("/paths")) {
        path.forEach(OpenApiIT::assertProblems);
      }
      assertThat(document.at("/components/securitySchemes").propertyNames())
          .containsExactlyInAnyOrder("token", "session");
      assertThat(document.at("/security")).hasSize(2);
      assertThat(document.at("/paths/~1log-in/post/security").isEmpty()).isTrue();
      assertThat(
              document
                  .at("/paths/~1stores~1{id}~1events/get/responses/200/content")
                  .propertyNames())
          .containsExactlyInAnyOrder("text/event-stream", "application/json");
    }
  }

  @Test
  void whatIsAnsweredFollowsTheDocument(
      KafkaBroker kafka, PostgresServer postgres, @TempDir Path folder) throws IOException {
    var key = Files.writeString(folder.resolve("key"), "0123456789abcdef".repeat(4));
    try (var watcher = new FakePeer();
        var cleanup = new FakePeer();
        var api =
            RunningApi.onNewDatabase(
                kafka,
                postgres,
                "openapi_answers_it",
                "--uruimi.peers.watcher=" + watcher.url(),
                "--uruimi.peers.cleanup=" + cleanup.url(),
                "--uruimi.webhooks.key-file=" + key)) {
      cleanup.answer("/sweep", 200, RecordedAnswers.SWEEP);
      var http = api.http();
      var id = http.newStore("Documented");
      watcher.answer("/observations/" + id, 200, ObservationsIT.WORKLOADS);
      watcher.answer("/evidence/" + id, 200, ObservationsIT.EVIDENCE);
      api.secrets.put("store-" + id, "sample-credentials", Map.of("user", "a", "password", "b"));
      var webhook =
          http.post("/webhooks", "{\"url\": \"https://8.8.8.8/\", \"events\": [\"ready\"]}")
              .text("/id");
      var document = http.get("/openapi.json").json();
      for (var path : document.at("/paths").propertyNames()) {
        var operation = document.at("/paths").get(path).path("get");
        var schema = operation.at("/responses/200/content/application~1json/schema");
        if (schema.isMissingNode() || path.startsWith("/dead-letters/")) {
          continue;
        }
        var shown = path.startsWith("/webhooks/") ? webhook : id;
        var answer = http.get(path.replace("{id}", shown), "Accept", "application/json");

        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(schema(document, schema).validate(answer.body(), InputFormat.JSON))
            .as(path)
            .isEmpty();
        assertThat(schema(document, schema).validate("{}", InputFormat.JSON)).as(path).isNotEmpty();
      }
    }
  }

  @Test
  void aReceiptOfTheFirstVersionFollowsTheDocumentToo(KafkaBroker kafka, PostgresServer postgres) {
    try (var log = new EventLog(kafka);
        var api = RunningApi.onNewDatabase(kafka, postgres, "openapi_receipt_it")) {
      var http = api.http();
      var id = new StoreId(http.newStore("Deleted long ago"));
      http.delete("/stores/" + id);
      api.awaitRelayed();
      var receipt = new Receipt(Map.of("Namespace", 1), 5310, api.clock.instant());
      log.say(new StoreEvent.StoreDeleted(id, 1, receipt), api.clock.instant());
      await().until(() -> http.get("/stores/" + id).text("/status").equals("deleted"));
      var document = http.get("/openapi.json").json();
      var schema = schema(document, document.at("/components/schemas/Store"));

      var answer = http.get("/stores/" + id);

      assertThat(answer.json().at("/receipt").propertyNames())
          .containsExactlyInAnyOrder("removed", "durationMillis", "verifiedAt");
      assertThat(schema.validate(answer.body(), InputFormat.JSON)).isEmpty();
      assertThat(schema.validate(answer.body().replace("durationMillis", "lost"), InputFormat.JSON))
          .isNotEmpty();
    }
  }

  private static Schema schema(JsonNode document, JsonNode schema) {
    var whole = ((ObjectNode) schema).deepCopy();
    whole.set("components", document.at("/components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString());
  }

  private static void assertProblems(JsonNode operation) {
    for (var status : List.of("400", "401", "403", "421", "500", "503")) {
      assertThat(
              operation
                  .at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                  .asString())
          .isEqualTo("#/components/schemas/Problem");
    }
  }
}
