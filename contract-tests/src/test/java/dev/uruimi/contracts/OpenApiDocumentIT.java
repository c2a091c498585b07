package dev.uruimi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.local.cluster.ContractPrograms;
import dev.uruimi.local.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document of the REST API: valid OpenAPI 3.1, and every client of a released version is still
 * served. That it is what store-api generates is for store-api's own tests.
 */
class OpenApiDocumentIT {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Breaking changes that are meant: strangers were let in until there was a log-in. */
  private static final Path MEANT = Path.of("contract-tests/src/test/resources/severities.txt");

  private static final Path NOW = Path.of("docs/openapi.json");
  private static final String CREATE = "/paths/~1stores/post";
  private static final String NEW_STORE = "/components/schemas/NewStore";
  private static final String STORE = "/components/schemas/Store";

  @TempDir private Path folder;

  static List<Path> released() throws IOException {
    try (var versions = Files.list(Path.of("docs/releases"))) {
      return versions.map(version -> version.resolve("openapi.json")).sorted().toList();
    }
  }

  @Test
  void isValid() throws Exception {
    assertThat(oasdiff("validate", NOW.toString()).run()).contains("No findings");
  }

  @Test
  void aDocumentThatIsNotValidIsFound() throws Exception {
    var changed = changed(document -> at(document, CREATE + "/responses").removeAll());

    assertThatThrownBy(oasdiff("validate", changed)::run).hasMessageContaining("responses");
  }

  @ParameterizedTest
  @MethodSource("released")
  void breaksNoClientOfWhatWasReleased(Path released) {
    assertThatCode(() -> breaking(released.toString(), NOW.toString()).run())
        .doesNotThrowAnyException();
  }

  static Stream<Arguments> breakingChanges() {
    return Stream.of(
        change("an endpoint is gone", document -> at(document, "/paths").remove("/stores/{id}")),
        change(
            "a method is gone", document -> at(document, "/paths/~1stores~1{id}").remove("delete")),
        change(
            "a parameter is gone",
            document -> at(document, "/paths/~1stores/get").putArray("parameters")),
        change(
            "a field of an answer is gone",
            document -> {
              at(document, STORE + "/properties").remove("urls");
              without((ArrayNode) document.at(STORE + "/required"), "urls");
            }),
        change(
            "a field of an answer may be missing",
            document -> without((ArrayNode) document.at(STORE + "/required"), "urls")),
        change(
            "a field of an answer has another type",
            document -> at(document, STORE + "/properties/attempt").put("type", "string")),
        change(
            "an answer has a value that nobody knows",
            document -> ((ArrayNode) document.at(STORE + "/properties/status/enum")).add("asleep")),
        change(
            "a value that could be sent is gone",
            document ->
                without(
                    (ArrayNode) document.at("/paths/~1stores/get/parameters/0/schema/items/enum"),
                    "failed")),
        change(
            "a field must be sent that need not",
            document -> ((ArrayNode) document.at(NEW_STORE + "/required")).add("plan")),
        change(
            "a field that can be sent is gone",
            document -> at(document, NEW_STORE + "/properties").remove("values")),
        change(
            "the answer of success is another",
            document ->
                at(document, CREATE + "/responses")
                    .set("200", at(document, CREATE + "/responses").remove("202"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breakingChanges")
  void aBreakingChangeIsFound(String what, Consumer<JsonNode> change) throws Exception {
    var broken = changed(change);

    assertThatThrownBy(breaking(NOW.toString(), broken)::run)
        .as(what)
        .isInstanceOf(IOException.class)
        .hasMessageMatching("(?s).*(error|warning) at .*");
  }

  @Test
  void anAdditionBreaksNothing() throws Exception {
    var more =
        changed(
            document -> {
              at(document, STORE + "/properties").putObject("colour").put("type", "string");
              at(document, NEW_STORE + "/properties").putObject("colour").put("type", "string");
              at(document, "/paths").set("/more", at(document, "/paths/~1platform").deepCopy());
              at(document, "/paths/~1more/get").put("operationId", "more");
            });

    assertThatCode(breaking(NOW.toString(), more)::run).doesNotThrowAnyException();
  }

  private static Arguments change(String what, Consumer<JsonNode> change) {
    return Arguments.of(what, change);
  }

  private static ObjectNode at(JsonNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private static void without(ArrayNode array, String value) {
    var there = array.valueStream().map(JsonNode::asString).toList().indexOf(value);
    assertThat(there).isNotNegative();
    array.remove(there);
  }

  private String changed(Consumer<JsonNode> change) throws IOException {
    var document = JSON.readTree(Files.readString(NOW));
    var before = document.toString();
    change.accept(document);
    assertThat(document.toString()).isNotEqualTo(before);
    return Files.writeString(folder.resolve("changed.json"), document.toString()).toString();
  }

  private static Command breaking(String released, String now) throws Exception {
    return oasdiff(
        "breaking",
        "--fail-on",
        "WARN",
        "--severity-levels",
        MEANT.toString(),
        "-f",
        "singleline",
        released,
        now);
  }

  private static Command oasdiff(String... arguments) throws Exception {
    return Command.of(
        Stream.concat(Stream.of(ContractPrograms.oasdiff().toString()), Stream.of(arguments))
            .toList());
  }
}
