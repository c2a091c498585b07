package dev.uruimi.charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A chart's README, made of its values.yaml: a row for each value, described by the comment right
 * above its key.
 */
final class ReadmeText {

  private static final YAMLMapper YAML = new YAMLMapper();

  private ReadmeText() {}

  /**
   * A value that can be set.
   *
   * @param value as it is by default, as JSON
   * @param description empty when nobody wrote one
   */
  record Row(String key, String type, String value, String description) {}

  /** A shop's. */
  static String of(Chart chart) throws IOException {
    return of(
        chart.folder(),
        """
        ```sh
        helm install my-shop charts/%1$s --namespace my-shop --values charts/%1$s/values-small.yaml --set ingress.host=shop.example.com
        helm test my-shop --namespace my-shop
        ```

        The Secrets named below must exist in the namespace. Kubernetes VERSION. How the shop works: [docs/shops.md](../../docs/shops.md).
        """
            .formatted(chart.id()));
  }

  /**
   * Any chart's.
   *
   * @param use how it is installed; {@code VERSION} stands for the chart's kubeVersion
   */
  static String of(Path chart, String use) throws IOException {
    var about = YAML.readTree(Files.readString(chart.resolve("Chart.yaml")));
    var text = new StringBuilder();
    text.append("# %s %s\n\n".formatted(text(about, "name"), text(about, "version")));
    text.append(text(about, "description")).append("\n\n");
    text.append(use.replace("VERSION", text(about, "kubeVersion").replace("-0", "")));
    text.append("\n| file | for |\n|---|---|\n");
    for (var file : valuesFiles(chart)) {
      text.append("| `%s` | %s |\n".formatted(file, firstLine(chart, file)));
    }
    text.append("\n## Values\n\n| key | type | default | what it is |\n|---|---|---|---|\n");
    for (var row : rows(Files.readString(chart.resolve("values.yaml")))) {
      text.append(
          "| `%s` | %s | `%s` | %s |\n"
              .formatted(
                  row.key(),
                  row.type(),
                  row.value(),
                  row.description().replace("<", "&lt;").replace("|", "\\|")));
    }
    text.append(
        "\n"
            + "Made of `values.yaml` by `mvn -pl chart-tests -am test -Dcharts.write=true`; do not"
            + " edit.\n");
    return text.toString();
  }

  /** Every value of a values.yaml, in its order. */
  static List<Row> rows(String values) {
    var settings = LoadSettings.builder().setParseComments(true).build();
    var root = new Compose(settings).composeString(values).orElseThrow();
    var rows = new ArrayList<Row>();
    collect("", "", (MappingNode) root, YAML.readTree(values), rows);
    return rows;
  }

  private static void collect(
      String prefix, String inherited, MappingNode node, JsonNode tree, List<Row> rows) {
    for (var tuple : node.getValue()) {
      var key = ((ScalarNode) tuple.getKeyNode()).getValue();
      var said = description(tuple);
      var description = said.isEmpty() ? inherited : said;
      var value = tree.path(key);
      if (isGroup(tuple.getValueNode())) {
        collect(prefix + key + ".", description, (MappingNode) tuple.getValueNode(), value, rows);
      } else {
        rows.add(
            new Row(
                prefix + key, type(tuple.getValueNode(), value), value.toString(), description));
      }
    }
  }

  /** A mapping in braces is one value; one in lines is many; {@code resources} is always one. */
  private static boolean isGroup(Node node) {
    return node instanceof MappingNode mapping
        && mapping.getFlowStyle() == FlowStyle.BLOCK
        && mapping.getValue().stream()
            .noneMatch(t -> "requests".equals(((ScalarNode) t.getKeyNode()).getValue()));
  }

  private static String type(Node node, JsonNode value) {
    if (node.getTag() == Tag.NULL) {
      return "may be null";
    }
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "list";
      case NUMBER -> "number";
      case BOOLEAN -> "true or false";
      default -> "text";
    };
  }

  private static String description(NodeTuple tuple) {
    var lines = new ArrayList<String>();
    var comments = tuple.getKeyNode().getBlockComments();
    if (comments != null) {
      for (CommentLine line : comments) {
        if (line.getCommentType() == CommentType.BLANK_LINE) {
          lines.clear();
        } else {
          lines.add(line.getValue().strip());
        }
      }
    }
    return String.join(" ", lines);
  }

  private static List<String> valuesFiles(Path chart) throws IOException {
    try (var files = Files.list(chart)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("values-"))
          .sorted()
          .toList();
    }
  }

  private static String firstLine(Path chart, String file) throws IOException {
    try (var lines = Files.lines(chart.resolve(file))) {
      return lines.findFirst().orElseThrow().replaceFirst("^# *", "");
    }
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString();
  }
}
