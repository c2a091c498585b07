package dev.uruimi.api.stores;

import dev.uruimi.api.lifecycle.Command;
import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Makes a request for a store out of a wish: pins every input. */
@Component
class StoreRequests {

  private final SecureRandom random = new SecureRandom();
  private final EngineCatalogue catalogue;
  private final StoreProperties properties;

  StoreRequests(EngineCatalogue catalogue, StoreProperties properties) {
    this.catalogue = catalogue;
    this.properties = properties;
  }

  Command.Request of(NewStore wish) {
    var id = StoreId.random(random);
    var engine = catalogue.find(wish.engine()).orElseThrow();
    return new Command.Request(
        id,
        new StoreSpecification(
            wish.name(),
            wish.owner() == null ? properties.owner() : wish.owner(),
            engine.name(),
            engine.chartVersion(),
            wish.plan(),
            wish.values(),
            id.host(properties.domain()),
            properties.protocol(),
            properties.cell()));
  }
}
