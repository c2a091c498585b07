package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas' sentences: what Helm says beside a pattern that nobody reads. */
class SentencesTest {

  @ParameterizedTest
  @ValueSource(strings = {"medusa", "woocommerce", "uruimi"})
  void everyPatternAndRangeHasOne(String chart) throws IOException {
    var all = nodes(schema(chart));
    var conditions = all.stream().map(node -> node.path("if")).toList();

    assertThat(all)
        .filteredOn(node -> node.has("pattern") || node.has("minimum"))
        .filteredOn(node -> !conditions.contains(node))
        .hasSizeGreaterThan(15)
        .allSatisfy(node -> assertThat(node.at("/else/const").isString()).as("%s", node).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"medusa", "woocommerce", "uruimi"})
  void itSaysTheSameToFormsAndIsNoWayIn(String chart) throws IOException {
    assertThat(sentences(chart))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            node -> {
              var sentence = node.at("/else/const").asString();
              assertThat(node.path("description").asString()).isEqualTo(sentence);
              assertThat(node.path("if")).isEqualTo(rule(node));
              if (node.has("pattern")) {
                assertThat(sentence).doesNotMatch(node.path("pattern").asString());
              }
            });
  }

  private static List<JsonNode> sentences(String chart) throws IOException {
    return nodes(schema(chart)).stream().filter(node -> node.at("/else/const").isString()).toList();
  }

  private static JsonNode rule(JsonNode node) {
    return ((ObjectNode) node.deepCopy()).remove(List.of("description", "if", "else"));
  }

  private static JsonNode schema(String chart) throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(Path.of("charts", chart, "values.schema.json")));
  }

  private static List<JsonNode> nodes(JsonNode node) {
    return Stream.concat(
            Stream.of(node).filter(JsonNode::isObject),
            StreamSupport.stream(node.spliterator(), false).flatMap(child -> nodes(child).stream()))
        .toList();
  }
}
