package dev.uruimi.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What an engine needs to know of its Helm chart.
 *
 * @param version as in {@code Chart.yaml}
 * @param schema {@code values.schema.json}; empty where the chart has none
 * @param defaults {@code values.yaml}; empty where the chart has none
 */
record Chart(String version, Map<String, Object> schema, Map<String, Object> defaults) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final YAMLMapper YAML = YAMLMapper.shared();
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  /**
   * @throws BadFieldException when the folder holds no chart
   */
  static Chart at(Path folder, Field field) {
    var description = folder.resolve("Chart.yaml");
    if (!Files.isRegularFile(description)) {
      throw field.bad("names no chart: there is no " + description.toAbsolutePath());
    }
    var version = tree(YAML, description, field).get("version");
    if (!(version instanceof String text) || text.isBlank()) {
      throw field.bad("names a chart without a version in its Chart.yaml");
    }
    return new Chart(
        text,
        tree(JSON, folder.resolve("values.schema.json"), field),
        tree(YAML, folder.resolve("values.yaml"), field));
  }

  /** The values of a values file; none of a file that is not there or empty. */
  static Map<String, Object> values(Path file, Field field) {
    return tree(YAML, file, field);
  }

  private static Map<String, Object> tree(ObjectMapper mapper, Path file, Field field) {
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    try {
      var root = mapper.readTree(file);
      return root.isMissingNode() || root.isNull() ? Map.of() : mapper.convertValue(root, TREE);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new BadFieldException(
          field, "leads to %s, which cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
