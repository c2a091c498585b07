package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API, as a program uses it. */
final class Api {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final URI BASE =
      URI.create(System.getProperty("uruimi.api", "http://127.0.0.1:7080"));
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Api() {}

  /** An answer. */
  record Answer(int status, String type, String body) {
    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  static Answer send(String method, String path, String body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(BASE.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("Authorization", Uruimi.logIn())
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String create(String name, String engine) {
    var body = JSON.writeValueAsString(Map.of("name", name, "engine", engine));
    var answer = send("POST", "/stores", body, Map.of());
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return answer.json().path("id").asString();
  }

  static JsonNode store(String id) {
    var answer = send("GET", "/stores/" + id, null, Map.of());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  static void delete(String id) {
    var answer = send("DELETE", "/stores/" + id, null, Map.of());
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
  }

  static JsonNode credentials(String id) {
    var answer = send("GET", "/stores/" + id + "/credentials", null, Map.of());
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  /** Follows a store's events live until one of them is what is waited for; gives all that came. */
  static List<JsonNode> follow(String id, Duration timeout, Predicate<JsonNode> until) {
    var seen = new CopyOnWriteArrayList<JsonNode>();
    var request =
        HttpRequest.newBuilder(BASE.resolve("/stores/" + id + "/events"))
            .header("Accept", "text/event-stream")
            .header("Authorization", Uruimi.logIn())
            .build();
    var found =
        HTTP.sendAsync(request, BodyHandlers.ofLines())
            .thenApply(
                response -> {
                  try (var lines = response.body()) {
                    return lines
                        .filter(line -> line.startsWith("data:"))
                        .map(line -> JSON.readTree(line.substring("data:".length())))
                        .peek((Consumer<JsonNode>) seen::add)
                        .anyMatch(until);
                  }
                });
    try {
      assertThat(found.get(timeout.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS))
          .isTrue();
    } catch (Exception e) {
      throw new AssertionError(
          "waited %s; last: %s".formatted(timeout, seen.isEmpty() ? "nothing" : seen.getLast()), e);
    }
    return seen;
  }

  static Predicate<JsonNode> status(String... statuses) {
    return store -> List.of(statuses).contains(store.path("status").asString());
  }
}
