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

  private static final Set<String> FIELDS = Set.of("name", "engine", "plan", "values", "owner");

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
        errors.add(
            FieldError.of(field, "is not known; known are name, engine, plan, values and owner"));
      }
    }
    var name = text(tree, "name", errors).map(StoreName::normal);
    name.flatMap(StoreName::complaint)
        .ifPresent(complaint -> errors.add(FieldError.of("name", complaint)));
    var engine = text(tree, "engine", errors);
    var plan = tree.has("plan") ? text(tree, "plan", errors) : Optional.of(NewStore.DEFAULT_PLAN);
    engine.ifPresent(wanted -> checkEngine(wanted, plan, errors));
    var values = tree.path("values");
    if (tree.has("values") && !values.isObject()) {
      errors.add(FieldError.of("values", "must be an object"));
    } else if (tree.has("values")) {
      engine
          .flatMap(catalogue::find)
          .ifPresent(found -> errors.addAll(chosen.errors(found, values)));
    }
    var owner = tree.has("owner") ? text(tree, "owner", errors) : Optional.<String>empty();
    owner
        .flatMap(StoreOwner::complaint)
        .ifPresent(complaint -> errors.add(FieldError.of("owner", complaint)));
    if (!errors.isEmpty()) {
      throw ProblemException.of(List.copyOf(errors));
    }
    return new NewStore(
        name.orElseThrow(),
        engine.orElseThrow(),
        plan.orElseThrow(),
        tree.has("values") ? chosen.read(values) : Map.of(),
        owner.orElse(null));
  }

  private void checkEngine(String wanted, Optional<String> plan, List<FieldError> errors) {
    var engine = catalogue.find(wanted);
    if (engine.isEmpty()) {
      var known = catalogue.all().stream().map(Engine::name).toList();
      errors.add(FieldError.of("engine", "is not known; known are " + String.join(", ", known)));
    } else {
      plan.flatMap(name -> PlanName.complaint(engine.get(), name))
          .ifPresent(complaint -> errors.add(FieldError.of("plan", complaint)));
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
