package dev.uruimi.local.stores;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers what a test says, in that order, and remembers what it was asked; what the platform is it
 * tells at any time.
 */
public final class FakeApi implements AutoCloseable {

  private record Answer(int status, String type, String body) {}

  private final HttpServer server;
  private volatile boolean simulated;
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  public FakeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public FakeApi answers(int status, String type, String body) {
    answers.add(new Answer(status, type, body));
    return this;
  }

  /** Says of its platform that pods are simulated. */
  public FakeApi simulated() {
    simulated = true;
    return this;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What it was asked so far. */
  public List<String> requests() {
    return requests;
  }

  /** The bodies it was sent so far. */
  List<String> bodies() {
    return bodies;
  }

  StoreApi client() {
    return client(new TokenFile(null));
  }

  StoreApi client(TokenFile token) {
    return new StoreApi(address(), token);
  }

  /** What it was shown as {@code Authorization}, request by request; "" for nothing. */
  List<String> shown() {
    return shown;
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/platform")) {
      respond(exchange, new Answer(200, "application/json", "{\"simulated\": " + simulated + "}"));
      return;
    }
    shown.add(
        String.join(",", exchange.getRequestHeaders().getOrDefault("Authorization", List.of())));
    var last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + (last == null ? "" : " after " + last));
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!body.isEmpty()) {
      bodies.add(body);
    }
    respond(exchange, answers.remove());
  }

  private static void respond(HttpExchange exchange, Answer answer) throws IOException {
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
