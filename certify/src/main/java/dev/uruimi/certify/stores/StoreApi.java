package dev.uruimi.certify.stores;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The REST API, as a program uses it. */
public final class StoreApi implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final URI base;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  /**
   * @param token lets in who shows it
   */
  public StoreApi(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /**
   * Sends a request that may be repeated under its key.
   *
   * @throws IOException when no answer came; whether it was done is not known
   */
  Answer send(String method, String path, @Nullable Object body, String key)
      throws IOException, InterruptedException {
    var publisher =
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(JSON.writeValueAsString(body));
    var response =
        http.send(
            HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(method, publisher)
                .build(),
            BodyHandlers.ofString());
    try {
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (JacksonException e) {
      throw new IOException("answered " + response.statusCode() + " and no JSON", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
