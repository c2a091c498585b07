package dev.uruimi.api.stores;

import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.JsonBody;
import dev.uruimi.api.web.ProblemException;
import dev.uruimi.engines.Engine;
import dev.uruimi.engines.EngineCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a wish for a store and names everything that is wrong with it at once. */
@Component
class NewStoreReader {

  private static final Set<String> FIELDS = Set.of("name", "engine", "plan", "values");

  private final EngineCatalogue catalogue;
  private final ChosenValues chosen = new ChosenValues();

  NewStoreReader(EngineCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @throws ProblemException 400 for what is not a JSON object, 422 with all wrong fields
   */
  NewStore read(byte[] body) {
    var tree = JsonBody.object(body);
    var errors = new ArrayList<FieldError>();
    for (var field : tree.propertyNames()) {
      if (!FIELDS.contains(field)) {
        errors.add(FieldError.of(field, "is not known; known are name, engine, plan and values"));
      }
    }
    var name = text(tree, "name", errors).map(StoreName::normal);
    name.flatMap(StoreName::complaint)
        .ifPresent(complaint -> errors.add(FieldError.of("name", complaint)));
    var engine = text(tree, "engine", errors);
    var plan = tree.has("plan") ? text(tree, "plan", errors) : Optional.of(NewStore.DEFAULT_PLAN);
    engine.ifPresent(wanted -> checkEngine(wanted, plan, errors));
    var values = tree.path("values");
    if (tree.has("values")) {
      engine
          .flatMap(catalogue::find)
          .ifPresent(found -> errors.addAll(chosen.errors(found, values)));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.of(List.copyOf(errors));
    }
    return new NewStore(
        name.orElseThrow(),
        engine.orElseThrow(),
        plan.orElseThrow(),
        tree.has("values") ? chosen.read(values) : Map.of());
  }

  private void checkEngine(String wanted, Optional<String> plan, List<FieldError> errors) {
    var engine = catalogue.find(wanted);
    if (engine.isEmpty()) {
      var known = catalogue.all().stream().map(Engine::name).toList();
      errors.add(FieldError.of("engine", "is not known; known are " + String.join(", ", known)));
    } else if (plan.isPresent() && !engine.get().plans().containsKey(plan.get())) {
      var known = String.join(", ", engine.get().plans().keySet());
      errors.add(FieldError.of("plan", "is not known to this engine; known are " + known));
    }
  }

  private static Optional<String> text(JsonNode tree, String field, List<FieldError> errors) {
    var value = tree.path(field);
    if (value.isMissingNode()) {
      errors.add(FieldError.of(field, "is missing"));
      return Optional.empty();
    }
    if (!value.isString()) {
      errors.add(FieldError.of(field, "must be a string"));
      return Optional.empty();
    }
    return Optional.of(value.stringValue());
  }
}
