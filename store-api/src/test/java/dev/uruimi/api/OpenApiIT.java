package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(Servers.class)
class OpenApiIT {

  @Test
  void theDocumentNamesEveryPathItsAnswersAndItsProblems(KafkaBroker kafka, PostgresServer postgres)
      throws Exception {
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
              "/platform",
              "/platform/failures",
              "/platform/health",
              "/platform/provision-times",
              "/stores",
              "/stores/events",
              "/stores/{id}",
              "/stores/{id}/credentials",
              "/stores/{id}/events",
              "/stores/{id}/evidence",
              "/stores/{id}/retry",
              "/stores/{id}/workloads");
      assertThat(document.at("/components/schemas").propertyNames())
          .contains("Store", "NewStore", "Problem", "FieldError", "Engine", "Credentials");
      java.nio.file.Files.writeString(
          java.nio.file.Path.of("/tmp/ops-openapi.json"), document.toString());
      var create = document.at("/paths/~1stores/post");
      assertThat(create.at("/responses/202/content/application~1json/schema/$ref").asString())
          .isEqualTo("#/components/schemas/Store");
      assertThat(create.at("/requestBody/content/application~1json/schema/$ref").asString())
          .isEqualTo("#/components/schemas/NewStore");
      assertThat(create.at("/parameters").findValuesAsString("name")).contains("Idempotency-Key");
      for (var path : document.at("/paths")) {
        path.forEach(OpenApiIT::assertProblems);
      }
      assertThat(
              document
                  .at("/paths/~1stores~1{id}~1events/get/responses/200/content")
                  .propertyNames())
          .containsExactlyInAnyOrder("text/event-stream", "application/json");
    }
  }

  private static void assertProblems(JsonNode operation) {
    for (var status : List.of("400", "403", "421", "500", "503")) {
      assertThat(
              operation
                  .at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                  .asString())
          .isEqualTo("#/components/schemas/Problem");
    }
  }
}
