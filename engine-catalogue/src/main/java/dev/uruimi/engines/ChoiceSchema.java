package dev.uruimi.engines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts the schema of an engine's choices out of its chart's {@code values.schema.json}. */
final class ChoiceSchema {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final Set<String> PLAIN_TYPES = Set.of("string", "integer", "number", "boolean");

  /** Reference after reference: more than any honest schema has. */
  private static final int DEEPEST = 20;

  private final Chart chart;
  private final Map<String, Object> defaults;
  private final Map<String, Map<String, Object>> settled;

  /**
   * @param defaults values without any choice
   * @param settled trees that no choice may touch, by who sets them
   */
  ChoiceSchema(
      Chart chart, Map<String, Object> defaults, Map<String, Map<String, Object>> settled) {
    this.chart = chart;
    this.defaults = defaults;
    this.settled = settled;
  }

  /**
   * The choices with their schema.
   *
   * @param texts dotted paths
   * @throws BadFieldException naming a choice that the chart lacks, that the engine sets itself or
   *     that is more than one plain value
   */
  Choices of(Field field, List<@Nullable String> texts) {
    var paths = new ArrayList<List<String>>();
    var root = object();
    var dialect = chart.schema().get("$schema");
    if (dialect != null) {
      root.put("$schema", dialect);
    }
    for (int i = 0; i < texts.size(); i++) {
      var here = field.to(i);
      var path = path(here, here.need(texts.get(i)));
      if (paths.contains(path)) {
        throw here.bad("names " + texts.get(i) + " a second time");
      }
      settled.forEach((who, tree) -> refuseSettled(here, path, tree, who));
      paths.add(path);
      put(root, path, leaf(here, path));
    }
    return new Choices(List.copyOf(paths), root);
  }

  private static List<String> path(Field here, String text) {
    var path = List.of(text.split("\\.", -1));
    if (!path.stream().allMatch(name -> NAME.matcher(name).matches())) {
      throw here.bad("must be names with dots between them, not \"" + text + "\"");
    }
    return path;
  }

  private static void refuseSettled(
      Field here, List<String> path, Map<String, Object> tree, String who) {
    @Nullable Object node = tree;
    for (var name : path) {
      if (!(node instanceof Map<?, ?> map)) {
        break;
      }
      if (!map.containsKey(name)) {
        return;
      }
      node = map.get(name);
    }
    throw here.bad("names " + String.join(".", path) + ", which is set by " + who);
  }

  private Map<String, Object> leaf(Field here, List<String> path) {
    var text = String.join(".", path);
    if (chart.schema().isEmpty()) {
      throw here.bad("names " + text + ", but the chart has no values.schema.json to check it by");
    }
    var node = resolved(here, chart.schema(), 0);
    for (var name : path) {
      var properties = node.get("properties");
      if (!(properties instanceof Map<?, ?> map && map.get(name) instanceof Map<?, ?> below)) {
        throw here.bad("names " + text + ", which the chart's values.schema.json lacks");
      }
      node = resolved(here, tree(below), 0);
    }
    if (!isPlain(node) || refers(node)) {
      throw here.bad(
          "names " + text + ", which by the chart's schema is not one text, number or truth value");
    }
    var leaf = new LinkedHashMap<String, Object>(node);
    var value = defaultOf(path);
    if (value != null && !(value instanceof Map) && !(value instanceof List)) {
      leaf.putIfAbsent("default", value);
    }
    return leaf;
  }

  /** The node with its reference, if it is one, followed; what stands beside the reference wins. */
  private Map<String, Object> resolved(Field here, Map<String, Object> node, int depth) {
    if (!(node.get("$ref") instanceof String reference)) {
      return node;
    }
    @Nullable Object target = chart.schema();
    for (var name : reference.replaceFirst("^#/", "").split("/")) {
      target = target instanceof Map<?, ?> map ? map.get(name) : null;
    }
    if (depth == DEEPEST || !reference.startsWith("#/") || !(target instanceof Map<?, ?> found)) {
      throw here.bad("leads to " + reference + " in the chart's schema, which cannot be followed");
    }
    var whole = new LinkedHashMap<String, Object>(resolved(here, tree(found), depth + 1));
    node.forEach(whole::put);
    whole.remove("$ref");
    return whole;
  }

  private static boolean isPlain(Map<String, Object> node) {
    if (node.get("enum") instanceof List<?> values) {
      return values.stream().noneMatch(value -> value instanceof Map || value instanceof List);
    }
    return switch (node.get("type")) {
      case String type -> PLAIN_TYPES.contains(type);
      case List<?> types ->
          types.stream().allMatch(type -> "null".equals(type) || PLAIN_TYPES.contains(type));
      case null, default -> false;
    };
  }

  /**
   * Whether anything inside leads elsewhere in the chart's schema, which is not cut out with it.
   */
  private static boolean refers(@Nullable Object node) {
    return switch (node) {
      case Map<?, ?> map ->
          map.containsKey("$ref") || map.values().stream().anyMatch(ChoiceSchema::refers);
      case List<?> list -> list.stream().anyMatch(ChoiceSchema::refers);
      case null, default -> false;
    };
  }

  private @Nullable Object defaultOf(List<String> path) {
    @Nullable Object node = defaults;
    for (var name : path) {
      node = node instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return node;
  }

  private static void put(Map<String, Object> root, List<String> path, Map<String, Object> leaf) {
    var node = root;
    for (var name : path.subList(0, path.size() - 1)) {
      node = tree(properties(node).computeIfAbsent(name, _ -> object()));
    }
    properties(node).put(path.getLast(), leaf);
  }

  private static Map<String, Object> object() {
    var object = new LinkedHashMap<String, Object>();
    object.put("type", "object");
    object.put("additionalProperties", false);
    object.put("properties", new LinkedHashMap<String, Object>());
    return object;
  }

  private static Map<String, Object> properties(Map<String, Object> object) {
    return tree(object.get("properties"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> tree(@Nullable Object node) {
    if (node instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalArgumentException("no tree: " + node);
  }
}
