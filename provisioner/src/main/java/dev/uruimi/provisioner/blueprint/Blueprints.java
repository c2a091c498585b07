package dev.uruimi.provisioner.blueprint;

import dev.uruimi.engines.Engine;
import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.engines.Places;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.util.Map;

/** Finds engine and plan of a store. */
public final class Blueprints {

  private final EngineCatalogue engines;
  private final String ingressClass;
  private final String ingressPort;

  /**
   * @param ingressClass handed to charts
   * @param ingressPort the one customers use; empty: the protocol's own
   */
  public Blueprints(EngineCatalogue engines, String ingressClass, String ingressPort) {
    this.engines = engines;
    this.ingressClass = ingressClass;
    this.ingressPort = ingressPort;
  }

  /**
   * What to build.
   *
   * @throws NoBlueprintException when the store cannot be provisioned here as it was asked for
   */
  public Blueprint of(StoreId id, StoreSpecification store) {
    var engine =
        engines
            .find(store.engine())
            .orElseThrow(
                () ->
                    new NoBlueprintException(
                        Reason.of(ReasonCode.ENGINE_UNKNOWN, Map.of("engine", store.engine()))));
    var plan = engine.plans().get(store.plan());
    if (plan == null) {
      var message = "engine %s has no plan %s".formatted(store.engine(), store.plan());
      throw new NoBlueprintException(
          Reason.of(ReasonCode.CHART_INVALID, Map.of("message", message)));
    }
    refuseWhatIsNoChoice(store, engine);
    return new Blueprint(id, store, engine, plan, places(id, store));
  }

  /** store-api lets nothing else through, but an event may be older than the engine, or forged. */
  private static void refuseWhatIsNoChoice(StoreSpecification store, Engine engine) {
    var complaints = engine.choices().complaints(store.values());
    if (!complaints.isEmpty()) {
      var first = complaints.getFirst();
      var message = "values: %s %s".formatted(String.join(".", first.path()), first.reason());
      throw new NoBlueprintException(
          Reason.of(ReasonCode.CHART_INVALID, Map.of("message", message)));
    }
  }

  private Places places(StoreId id, StoreSpecification store) {
    return new Places(
        Map.of(
            "storeId", id.value(),
            "name", store.name(),
            "host", store.host(),
            "protocol", store.protocol(),
            "ingressClass", ingressClass,
            "ingressPort", port(store.protocol()),
            "plan", store.plan()));
  }

  /** Empty where links need none. */
  private String port(String protocol) {
    return ingressPort.equals("https".equals(protocol) ? "443" : "80") ? "" : ingressPort;
  }
}
