package dev.uruimi.api.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP as a client of the API speaks it. */
public final class HttpCalls {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An answer; the body is read as JSON when asked for. */
  public record Reply(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    public String text(String pointer) {
      return json().at(pointer).asString();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  private final int port;
  private final String[] always;

  /**
   * @param always names and values of headers that every request has
   */
  HttpCalls(int port, String... always) {
    this.port = port;
    this.always = always;
  }

  public Reply get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  public Reply delete(String path, String... headers) {
    return send(request(path, headers).DELETE());
  }

  public Reply post(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends a JSON Merge Patch. */
  public Reply patch(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", BodyPublishers.ofString(body)));
  }

  /** Creates a store. */
  public Reply create(String name, String... headers) {
    return post(
        "/stores", JSON.writeValueAsString(Map.of("name", name, "engine", "sample")), headers);
  }

  /** Creates a store and gives its id. */
  public String newStore(String name) {
    return create(name).text("/id");
  }

  public HttpRequest.Builder request(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30));
    for (var more : List.of(always, headers)) {
      if (more.length > 0) {
        request.headers(more);
      }
    }
    return request;
  }

  public Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Follows server-sent events. */
  public SseReader follow(String path, String... headers) {
    var request =
        request(path, headers).timeout(Duration.ofMinutes(5)).header("Accept", "text/event-stream");
    return new SseReader(CLIENT, request.build());
  }
}
