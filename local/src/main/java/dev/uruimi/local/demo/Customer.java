package dev.uruimi.local.demo;

import dev.uruimi.engines.Engine;
import dev.uruimi.engines.ScenarioResult;
import dev.uruimi.engines.ScenarioRunner;
import dev.uruimi.local.stores.Credentials;
import dev.uruimi.local.stores.Store;
import dev.uruimi.local.terminal.CommandFailed;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Buys in a shop.
 *
 * @param ingress where all shops are reached
 */
public record Customer(URI ingress) {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  /**
   * Places an order by the engine's scenario, which also looks at it as the merchant.
   *
   * @return the order's number
   */
  public String buy(Engine engine, Store store, Credentials merchant) throws InterruptedException {
    var shop = URI.create(store.urls().getOrDefault("shop", "http://" + store.host()));
    var variables =
        Map.of(
            "protocol", shop.getScheme(),
            "adminUser", merchant.username(),
            "adminPassword", merchant.password());
    try (var runner = new ScenarioRunner(ingress, TIMEOUT)) {
      return switch (runner.run(store.host(), engine.sale(), variables)) {
        case ScenarioResult.Passed(var captured) -> {
          var number = captured.get(engine.order().number());
          yield number == null ? "?" : number;
        }
        case ScenarioResult.Failed failed ->
            throw new CommandFailed(
                "The customer could not " + failed.step() + ": " + failed.message(),
                "The shop is at " + shop + "; `./uruimi store get " + store.id() + "` tells more.");
      };
    }
  }
}
