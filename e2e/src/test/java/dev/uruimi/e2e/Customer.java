package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.engines.ScenarioResult;
import dev.uruimi.engines.ScenarioRunner;
import dev.uruimi.engines.ScenarioStep;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who buys in a store, and then looks at the order as its merchant, by the steps of its engine.
 *
 * @param id the store's
 * @param timeout of one request
 */
record Customer(String id, Duration timeout) {

  /**
   * Takes the steps; all must be answered as expected.
   *
   * @param known what the steps may use besides what they capture and the merchant's log-in
   * @return what is known in the end
   */
  Map<String, String> takes(List<ScenarioStep> steps, Map<String, String> known)
      throws InterruptedException {
    var shop = URI.create(Api.store(id).path("urls").path("shop").asString());
    var credentials = Api.credentials(id);
    var variables = new HashMap<>(known);
    variables.put("protocol", "http");
    variables.put("adminUser", credentials.path("username").asString());
    variables.put("adminPassword", credentials.path("password").asString());
    var ingress = URI.create("http://127.0.0.1:" + (shop.getPort() < 0 ? 80 : shop.getPort()));
    try (var runner = new ScenarioRunner(ingress, timeout)) {
      var result = runner.run(shop.getHost(), steps, variables);
      assertThat(result).isInstanceOf(ScenarioResult.Passed.class);
      return ((ScenarioResult.Passed) result).captured();
    }
  }
}
