package dev.uruimi.api.stores;

import dev.uruimi.api.lifecycle.Status;
import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.projection.Stores;
import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.JsonBody;
import dev.uruimi.api.web.ProblemException;
import dev.uruimi.engines.Engine;
import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.events.StoreId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a wish for a change and names everything that is wrong with it at once. */
@Component
class StoreChangeReader {

  private static final Set<String> FIELDS = Set.of("name", "plan");
  private static final Set<Status> RUNNING = EnumSet.of(Status.READY, Status.DEGRADED);

  private final Stores stores;
  private final EngineCatalogue catalogue;

  StoreChangeReader(Stores stores, EngineCatalogue catalogue) {
    this.stores = stores;
    this.catalogue = catalogue;
  }

  /**
   * @throws ProblemException 404 without the store, 400 for what is not a JSON object, 422 with all
   *     wrong fields
   */
  StoreChange read(StoreId id, byte[] body) {
    var store =
        stores.findById(id.value()).orElseThrow(() -> ProblemException.noSuchStore(id.value()));
    var tree = JsonBody.object(body);
    var errors = new ArrayList<FieldError>();
    for (var field : tree.propertyNames()) {
      if (!FIELDS.contains(field)) {
        errors.add(FieldError.of(field, "cannot be changed; name and plan can"));
      }
    }
    var name = text(tree, "name", errors).map(StoreName::normal);
    name.flatMap(StoreName::complaint)
        .ifPresent(complaint -> errors.add(FieldError.of("name", complaint)));
    var plan = text(tree, "plan", errors);
    plan.flatMap(wanted -> complaint(store.current(), wanted))
        .ifPresent(complaint -> errors.add(FieldError.of("plan", complaint)));
    if (!errors.isEmpty()) {
      throw ProblemException.of(List.copyOf(errors));
    }
    return new StoreChange(name.orElse(null), plan.orElse(null));
  }

  private Optional<String> complaint(Store store, String plan) {
    return catalogue
        .find(store.specification().engine())
        .map(found -> PlanName.complaint(found, plan).or(() -> smaller(store, found, plan)))
        .orElseGet(() -> Optional.of("cannot be changed: the store's engine is not known here"));
  }

  /** The smaller quota would keep what replaces the running pods from starting beside them. */
  private static Optional<String> smaller(Store store, Engine engine, String wanted) {
    var present = store.specification().plan();
    var now = engine.plans().get(present);
    var then = engine.plans().get(wanted);
    return RUNNING.contains(store.state().status())
            && now != null
            && then != null
            && then.resources().isLessThan(now.resources())
        ? Optional.of("is smaller than %s; a shop that runs can only grow".formatted(present))
        : Optional.empty();
  }

  private static Optional<String> text(JsonNode tree, String field, List<FieldError> errors) {
    var value = tree.path(field);
    if (!value.isMissingNode() && !value.isString()) {
      errors.add(FieldError.of(field, "must be a string"));
    }
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }
}
