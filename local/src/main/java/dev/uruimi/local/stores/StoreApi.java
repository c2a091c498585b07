package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.ExitCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Client of store-api; what it refuses ends the command with the reason. */
public final class StoreApi implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int UNAUTHORIZED = 401;

  private final URI address;
  private final TokenFile token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  StoreApi(URI address, TokenFile token) {
    this.address = address;
    this.token = token;
  }

  /** The one {@code $URUIMI_API} names, else the one on this machine. */
  public static StoreApi of(Map<String, String> environment) {
    var address = URI.create(environment.getOrDefault("URUIMI_API", "http://127.0.0.1:7080"));
    return new StoreApi(address, TokenFile.of(environment, address));
  }

  public Store create(String name, String engine, String plan) throws InterruptedException {
    return create(name, engine, plan, null);
  }

  /**
   * Asks for a store.
   *
   * @param owner null: whom store-api takes where nobody is named
   */
  public Store create(String name, String engine, String plan, @Nullable String owner)
      throws InterruptedException {
    var wish = new TreeMap<>(Map.of("name", name, "engine", engine, "plan", plan));
    if (owner != null) {
      wish.put("owner", owner);
    }
    var body = JSON.writeValueAsString(wish);
    var request =
        request("/stores")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body));
    return new Store(answer(request));
  }

  /** The name of the engine where nobody names one: the first that says so, else the first. */
  public String preferredEngine() throws InterruptedException {
    var engines = answer(request("/engines").GET()).path("engines");
    for (var engine : engines) {
      if (engine.path("default").asBoolean(false)) {
        return engine.path("name").asString();
      }
    }
    return engines.path(0).path("name").asString();
  }

  /**
   * All stores, the latest first.
   *
   * @param status only those; null for all but the deleted ones
   */
  public List<Store> list(@Nullable String status) throws InterruptedException {
    return list(status, null);
  }

  /**
   * All stores, the latest first.
   *
   * @param status only those; null for all but the deleted ones
   * @param owner only that one's; null for everybody's
   */
  public List<Store> list(@Nullable String status, @Nullable String owner)
      throws InterruptedException {
    var stores = new ArrayList<Store>();
    var filter =
        (status == null ? "" : "&status=" + Query.value(status))
            + (owner == null ? "" : "&owner=" + Query.value(owner));
    String cursor = null;
    do {
      var page = cursor == null ? "" : "&cursor=" + Query.value(cursor);
      var answer = answer(request("/stores?limit=200" + filter + page).GET());
      answer.path("stores").forEach(store -> stores.add(new Store(store)));
      cursor = answer.path("nextCursor").asString(null);
    } while (cursor != null);
    return stores;
  }

  /** Whether the cluster, or part of it, only pretends to run pods. */
  public boolean simulated() throws InterruptedException {
    return answer(request("/platform").GET()).path("simulated").asBoolean(false);
  }

  public Store get(String id) throws InterruptedException {
    return new Store(answer(request(path(id)).GET()));
  }

  /** Gives a store another name. */
  public Store rename(String id, String name) throws InterruptedException {
    return change(id, Map.of("name", name));
  }

  /** Gives a store another plan; the shop is upgraded in place. */
  public Store resize(String id, String plan) throws InterruptedException {
    return change(id, Map.of("plan", plan));
  }

  private Store change(String id, Map<String, String> change) throws InterruptedException {
    var body = BodyPublishers.ofString(JSON.writeValueAsString(change));
    return new Store(
        answer(
            request(path(id))
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", body)));
  }

  public Store delete(String id) throws InterruptedException {
    return new Store(answer(request(path(id)).DELETE()));
  }

  public Store retry(String id) throws InterruptedException {
    return new Store(answer(request(path(id) + "/retry").POST(BodyPublishers.noBody())));
  }

  public Credentials credentials(String id) throws InterruptedException {
    var answer = answer(request(path(id) + "/credentials").GET());
    return new Credentials(
        answer.path("username").asString(""), answer.path("password").asString(""));
  }

  /** Pods, volumes, quota and last check, as the watcher sees them now. */
  public JsonNode workloads(String id) throws InterruptedException {
    return answer(request(path(id) + "/workloads").GET());
  }

  /** What the cluster showed when the store failed or degraded, the newest first. */
  public JsonNode evidence(String id) throws InterruptedException {
    return answer(request(path(id) + "/evidence").GET());
  }

  /** What it answers to a path. */
  public JsonNode look(String path) throws InterruptedException {
    return answer(request(path).GET());
  }

  /** What it answers to a POST; without a body for null. */
  public JsonNode tell(String path, @Nullable Object body) throws InterruptedException {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .POST(
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  /** What it answers to a DELETE. */
  public JsonNode remove(String path) throws InterruptedException {
    return answer(request(path).DELETE());
  }

  /** Opens the stream of a store, after the event of that id; null for from now. */
  StoreStream follow(String id, @Nullable String lastEventId)
      throws IOException, InterruptedException {
    var request = authorized(path(id) + "/events").header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    var response = http.send(request.GET().build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      response.body().close();
      throw new IOException("status " + response.statusCode());
    }
    return new StoreStream(response.body());
  }

  /** A link that logs one browser in, once. */
  public LogInLink logInLink() throws InterruptedException {
    var link = tell("/log-in/links", null);
    return new LogInLink(
        address.resolve(link.path("path").asString()),
        Instant.parse(link.path("expiresAt").asString()));
  }

  /** Where a store is. */
  public static String path(String id) {
    return "/stores/" + Query.value(id.startsWith("store-") ? id.substring(6) : id);
  }

  private HttpRequest.Builder request(String path) {
    return authorized(path)
        .timeout(TIMEOUT)
        .header("Accept", "application/json, application/problem+json");
  }

  private HttpRequest.Builder authorized(String path) {
    var request = HttpRequest.newBuilder(address.resolve(path));
    token.authorization().ifPresent(shown -> request.header("Authorization", shown));
    return request;
  }

  private JsonNode answer(HttpRequest.Builder request) throws InterruptedException {
    var response = send(request.build());
    if (response.statusCode() == UNAUTHORIZED) {
      throw new CommandFailed("store-api at " + address + " wants a token.", token.advice());
    }
    if (response.statusCode() / 100 != 2) {
      throw Refused.of(response);
    }
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new CommandFailed(
          "store-api does not answer at " + address + ".",
          "`./uruimi up` starts Uruimi, `./uruimi status` tells how it is.",
          ExitCode.NOT_RUNNING,
          e);
    } catch (IOException e) {
      throw new CommandFailed(
          "store-api did not answer: " + e, "Try again in a moment.", ExitCode.FAILED, e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
