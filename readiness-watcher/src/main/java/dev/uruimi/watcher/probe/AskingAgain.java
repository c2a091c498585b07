package dev.uruimi.watcher.probe;

import dev.uruimi.engines.Places;
import dev.uruimi.engines.ScenarioResult;
import dev.uruimi.engines.ScenarioRunner;
import dev.uruimi.engines.ScenarioStep;
import dev.uruimi.watcher.diagnosis.Probe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a shop's failed step once more, to have its answer as evidence: probing itself keeps no
 * bodies, which may hold customers' data.
 */
public final class AskingAgain {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_BODY = 64 * 1024;

  private final ScenarioRunner runner;
  private final URI ingress;
  private final Duration timeout;
  private final HttpClient http;

  /**
   * @param ingress scheme, address and port of the ingress
   * @param timeout of one request
   */
  public AskingAgain(ScenarioRunner runner, URI ingress, Duration timeout) {
    this.runner = runner;
    this.ingress = ingress;
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * The answer to the step that failed, after the steps before it.
   *
   * @throws InterruptedException when the thread is interrupted meanwhile
   */
  public ProbeAnswer ask(Shop shop, Probe failed) throws InterruptedException {
    var name = failed.step() == null ? "" : failed.step();
    var step = shop.step(name).orElse(null);
    if (step == null) {
      return new ProbeAnswer(failed.at(), name, "", null, failed.message(), null);
    }
    var before = shop.steps().stream().takeWhile(earlier -> !earlier.equals(step)).toList();
    var result = runner.run(shop.host(), before, Map.of("protocol", shop.protocol()));
    var answer =
        result instanceof ScenarioResult.Passed(var known) ? answer(shop, step, known) : null;
    return new ProbeAnswer(
        failed.at(),
        name,
        step.request().method() + " " + step.request().path(),
        answer == null ? null : answer.status(),
        failed.message(),
        answer == null ? null : answer.body());
  }

  private @Nullable Answer answer(Shop shop, ScenarioStep step, Map<String, String> known)
      throws InterruptedException {
    try {
      var response = http.send(request(shop, step, known), BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        var bytes = body.readNBytes(LONGEST_BODY);
        return new Answer(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException | IllegalArgumentException _) {
      // That there is no answer is said by the probe that failed.
      return null;
    }
  }

  private HttpRequest request(Shop shop, ScenarioStep step, Map<String, String> known) {
    var places = new Places(known);
    var asked = step.request();
    var builder =
        HttpRequest.newBuilder(ingress.resolve(places.fill(asked.path())))
            .timeout(timeout)
            .header("Host", shop.host());
    asked.headers().forEach((name, value) -> builder.header(name, places.fill(value)));
    if (asked.json() == null) {
      return builder.method(asked.method(), BodyPublishers.noBody()).build();
    }
    var body = places.fill(Map.of("json", asked.json())).get("json");
    return builder
        .header("Content-Type", "application/json")
        .method(asked.method(), BodyPublishers.ofString(JSON.writeValueAsString(body)))
        .build();
  }

  private record Answer(int status, String body) {}
}
