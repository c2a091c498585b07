package dev.uruimi.api.stores;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.uruimi.api.web.FieldError;
import dev.uruimi.engines.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the values that a wish for a store chooses, by the engine's list and its chart's schema.
 */
final class ChosenValues {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  /** Errors beyond these are counted, not named: an answer must not outgrow its question. */
  private static final int NAMED = 20;

  private static final int LONGEST_NAME = 60;

  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /** The values as they are; to be read after {@link #errors} found none. */
  Map<String, Object> read(JsonNode values) {
    return JSON.convertValue(values, TREE);
  }

  /** What is wrong with them, path by path. */
  List<FieldError> errors(Engine engine, JsonNode values) {
    if (!values.isObject()) {
      return List.of(FieldError.of("values", "must be an object"));
    }
    var errors = new ArrayList<FieldError>();
    for (var complaint : engine.choices().complaints(read(values))) {
      errors.add(error(complaint.path(), complaint.reason()));
    }
    if (errors.isEmpty()) {
      // a value may offend several rules: the first names it
      schema(engine).validate(values.toString(), InputFormat.JSON).stream()
          .map(ChosenValues::error)
          .filter(error -> errors.stream().noneMatch(it -> it.field().equals(error.field())))
          .forEach(errors::add);
    }
    return few(errors);
  }

  private Schema schema(Engine engine) {
    return schemas.computeIfAbsent(
        engine.name(),
        _ ->
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(JSON.writeValueAsString(engine.choices().schema())));
  }

  private static FieldError error(Error error) {
    var location = error.getInstanceLocation();
    var path = new ArrayList<String>();
    for (int i = 0; i < location.getNameCount(); i++) {
      path.add(String.valueOf(location.getElement(i)));
    }
    return error(path, "is not what the engine's chart takes: " + error.getMessage());
  }

  private static FieldError error(List<String> path, String reason) {
    return FieldError.at(
        Stream.concat(Stream.of("values"), path.stream().map(ChosenValues::shown)).toList(),
        reason);
  }

  private static String shown(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }

  private static List<FieldError> few(List<FieldError> errors) {
    if (errors.size() <= NAMED) {
      return errors;
    }
    var few = new ArrayList<>(errors.subList(0, NAMED));
    few.add(
        FieldError.of("values", "has %d more that are not valid".formatted(errors.size() - NAMED)));
    return few;
  }
}
