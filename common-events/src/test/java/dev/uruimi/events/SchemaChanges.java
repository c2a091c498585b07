package dev.uruimi.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a later schema of an event breaks. The log is kept for ever and replicas of two versions
 * read it at once, so each version must read what the other wrote: all that was said stays said,
 * word for word, and what is new is a property that need not be there.
 */
final class SchemaChanges {

  private static final Set<String> FOR_PEOPLE =
      Set.of("$schema", "$id", "title", "description", "examples", "$comment");

  private final List<String> breaking = new ArrayList<>();

  private SchemaChanges() {}

  /** Where they differ so that a reader may stumble; empty if nowhere. */
  static List<String> breaking(JsonNode released, JsonNode now) {
    var changes = new SchemaChanges();
    changes.compare("", released, now);
    return List.copyOf(changes.breaking);
  }

  private void compare(String path, JsonNode released, JsonNode now) {
    if (!released.isObject() || !now.isObject()) {
      breaksUnless(released.equals(now), path);
      return;
    }
    Stream.concat(released.propertyNames().stream(), now.propertyNames().stream())
        .distinct()
        .filter(keyword -> !FOR_PEOPLE.contains(keyword))
        .forEach(keyword -> keyword(path + "/" + keyword, keyword, released, now));
  }

  private void keyword(String path, String keyword, JsonNode released, JsonNode now) {
    var before = released.path(keyword);
    var after = now.path(keyword);
    switch (keyword) {
      case "properties" -> properties(path, before, after);
      case "required", "enum", "type" -> breaksUnless(set(before).equals(set(after)), path);
      default -> compare(path, before, after);
    }
  }

  private void properties(String path, JsonNode before, JsonNode after) {
    for (var name : before.propertyNames()) {
      if (after.has(name)) {
        compare(path + "/" + name, before.path(name), after.path(name));
      } else {
        breaking.add(path + "/" + name);
      }
    }
  }

  private void breaksUnless(boolean same, String path) {
    if (!same) {
      breaking.add(path);
    }
  }

  private static Set<JsonNode> set(JsonNode node) {
    return node.isArray() ? Set.copyOf(node.valueStream().toList()) : Set.of(node);
  }
}
