package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document in the repository is the one that is served; {@code -Dopenapi.write=true} writes it.
 * The module {@code contract-tests} says whether it is valid, and what it breaks.
 */
@ExtendWith(Servers.class)
class OpenApiDocumentIT {

  private static final Path KEPT = Path.of("../docs/openapi.json");
  private static final String HOW =
      "docs/openapi.json is stale: mvn -pl store-api -am test-compile failsafe:integration-test"
          + " -Dit.test=OpenApiDocumentIT -Dfailsafe.failIfNoSpecifiedTests=false"
          + " -Dopenapi.write=true writes it anew; then look at what changed";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Test
  void theDocumentOfTheRepositoryIsTheOneServed(KafkaBroker kafka, PostgresServer postgres)
      throws IOException {
    try (var api = RunningApi.onNewDatabase(kafka, postgres, "openapi_document_it")) {
      var served = JSON.writeValueAsString(sorted(api.http().get("/openapi.json").json())) + "\n";

      if (Boolean.getBoolean("openapi.write")) {
        Files.writeString(KEPT, served);
      }
      assertThat(KEPT).as(HOW).exists();
      assertThat(Files.readString(KEPT)).as(HOW).isEqualTo(served);
    }
  }

  /** Keys by the alphabet: methods are found in no certain order. */
  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      var sorted = JSON.createObjectNode();
      node.propertyStream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(property -> sorted.set(property.getKey(), sorted(property.getValue())));
      return sorted;
    }
    if (node.isArray()) {
      var sorted = JSON.createArrayNode();
      node.forEach(element -> sorted.add(sorted(element)));
      return sorted;
    }
    return node;
  }
}
