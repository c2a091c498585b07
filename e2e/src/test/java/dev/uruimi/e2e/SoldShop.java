package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.engines.Engine;
import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.engines.ScenarioStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A shop of Medusa that has taken an order.
 *
 * @param id the store's
 * @param order what its customer and its merchant knew in the end
 */
record SoldShop(String id, Map<String, String> order) {

  private static final Duration READY = Duration.ofMinutes(5);
  private static final List<String> THE_MERCHANTS =
      List.of("log in as the merchant", "see the order as the merchant");

  /** Asks for one, waits for it and buys in it; deletes it when that fails. */
  static SoldShop named(String name) throws InterruptedException {
    var id = Api.create(name, "medusa");
    try {
      Api.follow(id, READY, Api.status("ready"));
      var order = run(id, engine().sale(), Map.of());
      assertThat(order.get(engine().order().number())).matches("[0-9]+");
      return new SoldShop(id, order);
    } catch (InterruptedException | RuntimeException | Error e) {
      Api.delete(id);
      throw e;
    }
  }

  void assertTheOrderIsThere() throws InterruptedException {
    var steps =
        engine().sale().stream().filter(step -> THE_MERCHANTS.contains(step.name())).toList();
    assertThat(steps).hasSameSizeAs(THE_MERCHANTS);
    run(id, steps, Map.of("orderId", order.get("orderId")));
  }

  void assertItSellsOn() throws InterruptedException {
    assertThat(number(run(id, engine().sale(), Map.of()))).isGreaterThan(number(order));
  }

  void delete() {
    Api.delete(id);
    Api.follow(id, READY, Api.status("deleted"));
  }

  private static int number(Map<String, String> captured) {
    return Integer.parseInt(captured.get(engine().order().number()));
  }

  private static Map<String, String> run(
      String id, List<ScenarioStep> steps, Map<String, String> known) throws InterruptedException {
    return new Customer(id, Duration.ofSeconds(20)).takes(steps, known);
  }

  private static Engine engine() {
    return EngineCatalogue.load(Uruimi.repository().resolve("engines"), _ -> null)
        .find("medusa")
        .orElseThrow();
  }
}
