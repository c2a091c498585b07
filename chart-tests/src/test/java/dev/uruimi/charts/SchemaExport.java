package dev.uruimi.charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON schemas for kubeconform, made of an API server's {@code /openapi/v2}: one file for each kind
 * and version, {@code <kind>-<group's first word>-<version>.json}, with all it needs inside.
 * Strict: an object takes no property that its definition does not know.
 */
final class SchemaExport {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String REFERENCE = "#/definitions/";

  private final JsonNode definitions;

  private SchemaExport(JsonNode definitions) {
    this.definitions = definitions;
  }

  /**
   * Writes the schemas.
   *
   * @return how many kinds there are
   */
  static int write(String openApi, Path folder) throws IOException {
    return new SchemaExport(JSON.readTree(openApi).path("definitions")).write(folder);
  }

  private int write(Path folder) throws IOException {
    var written = 0;
    for (var definition : definitions.properties()) {
      for (var kind : definition.getValue().path("x-kubernetes-group-version-kind")) {
        Files.writeString(folder.resolve(fileName(kind)), schema(definition.getKey()).toString());
        written++;
      }
    }
    return written;
  }

  private static String fileName(JsonNode kind) {
    var group = kind.path("group").asString();
    var first = group.isEmpty() ? "" : group.split("\\.")[0] + "-";
    return (kind.path("kind").asString() + "-" + first + kind.path("version").asString())
            .toLowerCase(Locale.ROOT)
        + ".json";
  }

  private ObjectNode schema(String name) {
    var needed = new TreeSet<String>();
    collect(name, needed);
    var schema = JSON.createObjectNode().put("$ref", REFERENCE + name);
    var own = schema.putObject("definitions");
    needed.forEach(one -> own.set(one, strict(definitions.path(one).deepCopy(), one)));
    return schema;
  }

  private void collect(String name, Set<String> needed) {
    if (needed.add(name)) {
      for (var reference : definitions.path(name).findValues("$ref")) {
        if (reference.isString()) {
          collect(reference.asString().substring(REFERENCE.length()), needed);
        }
      }
    }
  }

  private static JsonNode strict(JsonNode node, String name) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(entry -> strict(entry.getValue(), ""));
      loosen(object, name);
      if (object.path("properties").isObject()
          && !object.has("additionalProperties")
          && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean(false)) {
        object.put("additionalProperties", false);
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(entry -> strict(entry, ""));
    }
    return node;
  }

  /** OpenAPI calls these text; the API takes numbers for them, too. */
  private static void loosen(ObjectNode object, String name) {
    if (object.path("format").asString("").equals("int-or-string")
        || name.endsWith(".api.resource.Quantity")) {
      object.remove("format");
      object.putArray("type").add("string").add("number");
    }
  }
}
