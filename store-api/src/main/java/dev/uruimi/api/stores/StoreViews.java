package dev.uruimi.api.stores;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.lifecycle.StoreState;
import dev.uruimi.engines.Engine;
import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.events.Reason;
import dev.uruimi.events.StoreSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows stores. */
@Component
public class StoreViews {

  private static final List<Engine.Endpoint> UNKNOWN_ENGINE =
      List.of(new Engine.Endpoint("shop", "/"));

  private final EngineCatalogue catalogue;
  private final StoreProperties properties;

  StoreViews(EngineCatalogue catalogue, StoreProperties properties) {
    this.catalogue = catalogue;
    this.properties = properties;
  }

  /**
   * A store of a version.
   *
   * @param version the number of its latest change
   */
  public StoreView of(Store store, long version) {
    var specification = store.specification();
    var state = store.state();
    return new StoreView(
        store.id().value(),
        version,
        specification.name(),
        specification.owner(),
        specification.engine(),
        specification.engineVersion(),
        specification.plan(),
        specification.values(),
        state.status().label(),
        state.reason() == null ? null : state.reason().sentence(),
        reason(state.reason()),
        urls(specification),
        specification.host(),
        store.id().namespace(),
        specification.cell(),
        store.created(),
        store.readyAfterMillis(),
        state.attempt().number(),
        store.timeline(),
        state instanceof StoreState.Deleted(_, var receipt) ? receipt : null,
        store.attention() != null,
        store.attention(),
        RetryView.of(store));
  }

  /** Where its endpoints are, by their names. */
  public Map<String, String> urls(StoreSpecification store) {
    var endpoints = catalogue.find(store.engine()).map(Engine::endpoints).orElse(UNKNOWN_ENGINE);
    var urls = new LinkedHashMap<String, String>();
    for (var endpoint : endpoints) {
      urls.put(
          endpoint.name(), store.protocol() + "://" + store.host() + port(store) + endpoint.path());
    }
    return urls;
  }

  private String port(StoreSpecification store) {
    var port = properties.ingressPort();
    var usual = store.protocol().equals("https") ? 443 : 80;
    return port == null || port == usual ? "" : ":" + port;
  }

  private static StoreView.@Nullable ReasonView reason(@Nullable Reason reason) {
    return reason == null
        ? null
        : new StoreView.ReasonView(
            reason.code(),
            reason.parameters(),
            reason.retryable(),
            reason.remedy(),
            reason.evidence());
  }
}
