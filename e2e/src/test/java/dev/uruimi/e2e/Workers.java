package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The services' operations endpoints. */
final class Workers {

  static final Map<String, Integer> PORTS =
      Map.of("provisioner", 7081, "readiness-watcher", 7082, "cleanup", 7083);

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Workers() {}

  /** Stops or starts the service's reading of the log. */
  static void reading(String service, String state) {
    var answer =
        send(
            service,
            "POST",
            "/actuator/bindings/storeEvents-in-0",
            "{\"state\":\"" + state + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
  }

  static String metric(String service, String name) {
    var answer = send(service, "GET", "/actuator/metrics/" + name, null);
    return answer.statusCode() == 200 ? answer.body() : "";
  }

  /** What it answers to who shows no token. */
  static int statusForStrangers(String service, String path) {
    return send(HttpRequest.newBuilder(address(service, path))).statusCode();
  }

  private static HttpResponse<String> send(
      String service, String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(address(service, path))
            .header("Content-Type", "application/json")
            .header("Authorization", Uruimi.peer())
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private static URI address(String service, String path) {
    return URI.create("http://127.0.0.1:" + PORTS.get(service) + path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
