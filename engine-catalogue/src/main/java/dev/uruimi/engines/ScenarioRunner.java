package dev.uruimi.engines;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Runs scenarios against a shop through the ingress: it connects to the ingress' address and names
 * the shop in the Host header, so that no resolver has to know the shop. The JVM must allow that
 * header: {@code -Djdk.httpclient.allowRestrictedHeaders=host}.
 */
public final class ScenarioRunner implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** A captured body is a token, never a page. */
  private static final int LONGEST_TEXT = 1000;

  private final HttpClient http;
  private final URI ingress;
  private final Duration timeout;

  /**
   * @param ingress scheme, address and port of the ingress
   * @param timeout of one request
   */
  public ScenarioRunner(URI ingress, Duration timeout) {
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
   * Takes the steps in order until one is not answered as expected.
   *
   * @param host the shop's host name
   * @param variables what the steps may use besides what they capture
   * @throws InterruptedException when the thread is interrupted meanwhile
   */
  public ScenarioResult run(String host, List<ScenarioStep> steps, Map<String, String> variables)
      throws InterruptedException {
    var known = new HashMap<>(variables);
    known.put("host", host);
    var cookies = new CookieJar();
    for (var step : steps) {
      try {
        take(step, host, known, cookies);
      } catch (IOException e) {
        return failed(step, "no answer: " + e, null);
      } catch (Unexpected e) {
        return failed(step, String.valueOf(e.getMessage()), e.answer);
      } catch (IllegalArgumentException e) {
        return failed(step, String.valueOf(e.getMessage()), null);
      }
    }
    return new ScenarioResult.Passed(Map.copyOf(known));
  }

  private static ScenarioResult failed(
      ScenarioStep step, String message, ScenarioResult.@Nullable Answer answer) {
    var request = step.request().method() + " " + step.request().path();
    return new ScenarioResult.Failed(step.name(), request, message, answer);
  }

  private void take(ScenarioStep step, String host, Map<String, String> known, CookieJar cookies)
      throws IOException, InterruptedException, Unexpected {
    var response =
        http.send(request(step.request(), host, known, cookies), BodyHandlers.ofString());
    cookies.take(response);
    try {
      judge(step, response, known);
    } catch (Mismatch e) {
      var answer = ScenarioResult.Answer.of(response.statusCode(), response.body());
      throw new Unexpected(String.valueOf(e.getMessage()), answer);
    }
  }

  private static void judge(
      ScenarioStep step, HttpResponse<String> response, Map<String, String> known) throws Mismatch {
    var status = response.statusCode();
    if (!step.expect().status().isEmpty() && !step.expect().status().contains(status)) {
      throw new Mismatch("status %d instead of %s".formatted(status, step.expect().status()));
    }
    var text = step.expect().contains();
    if (text != null && !response.body().contains(text)) {
      throw new Mismatch("the answer does not contain \"" + text + "\"");
    }
    if (step.expect().json().isEmpty() && step.capture().isEmpty()) {
      return;
    }
    var body = parse(response.body());
    for (var expected : step.expect().json().entrySet()) {
      compare(expected.getKey(), expected.getValue(), body);
    }
    for (var capture : step.capture().entrySet()) {
      known.put(capture.getKey(), capture(capture.getValue(), body, response));
    }
  }

  private HttpRequest request(
      ScenarioStep.Request request, String host, Map<String, String> known, CookieJar cookies) {
    var places = new Places(known);
    var builder =
        HttpRequest.newBuilder(ingress.resolve(places.fill(request.path())))
            .timeout(timeout)
            .header("Host", host);
    request.headers().forEach((name, value) -> builder.header(name, places.fill(value)));
    cookies.header().ifPresent(cookie -> builder.header("Cookie", cookie));
    if (!request.form().isEmpty()) {
      return builder
          .header("Content-Type", "application/x-www-form-urlencoded")
          .method(request.method(), BodyPublishers.ofString(form(request.form(), places)))
          .build();
    }
    if (request.json() == null) {
      return builder.method(request.method(), BodyPublishers.noBody()).build();
    }
    var body = JSON.writeValueAsString(places.fillAny(request.json()));
    return builder
        .header("Content-Type", "application/json")
        .method(request.method(), BodyPublishers.ofString(body))
        .build();
  }

  private static String form(Map<String, String> fields, Places places) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(places.fill(field.getValue())))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  private static void compare(String pointer, Object expected, JsonNode body) throws Mismatch {
    var found = body.at(JsonPointer.compile(pointer));
    if (found.isMissingNode() || !found.asString("").equals(String.valueOf(expected))) {
      throw new Mismatch("%s is not %s".formatted(pointer, expected));
    }
  }

  private static String capture(String place, JsonNode body, HttpResponse<String> response)
      throws Mismatch {
    if (place.startsWith("header:")) {
      return response
          .headers()
          .firstValue(place.substring("header:".length()))
          .orElseThrow(() -> new Mismatch("no " + place));
    }
    if (place.equals("body")) {
      var text = response.body().strip();
      if (text.isEmpty() || text.length() > LONGEST_TEXT) {
        throw new Mismatch("no short text, but %d characters".formatted(text.length()));
      }
      return text;
    }
    var found = body.at(JsonPointer.compile(place));
    if (found.isMissingNode() || found.isNull() || found.isContainer()) {
      throw new Mismatch("nothing at " + place);
    }
    return found.asString();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /** Something about an answer is not as expected. */
  private static final class Mismatch extends Exception {
    private static final long serialVersionUID = 1L;

    Mismatch(String message) {
      super(message);
    }
  }

  /** An answer that is not as expected. */
  private static final class Unexpected extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ScenarioResult.Answer answer;

    Unexpected(String message, ScenarioResult.Answer answer) {
      super(message);
      this.answer = answer;
    }
  }
}
