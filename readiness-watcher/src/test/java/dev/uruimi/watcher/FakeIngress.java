package dev.uruimi.watcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers for the shops a test opens, by the Host header; 404 for all others. */
final class FakeIngress implements AutoCloseable {

  private final Map<String, Integer> shops = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final InetSocketAddress address;
  private HttpServer server;

  FakeIngress() {
    server = bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    address = server.getAddress();
  }

  private HttpServer bind(InetSocketAddress where) {
    try {
      var bound = HttpServer.create(where, 0);
      bound.createContext("/", this::answer);
      bound.start();
      return bound;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    var host = exchange.getRequestHeaders().getFirst("Host");
    requests.add(host + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI());
    var status = shops.getOrDefault(host, 404);
    var body = "{\"cart\":{\"id\":\"c1\"}}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  String address() {
    return "127.0.0.1:" + address.getPort();
  }

  void open(String host) {
    shops.put(host, 200);
  }

  void breakDown(String host) {
    shops.put(host, 500);
  }

  long requests(String request) {
    return requests.stream().filter(request::equals).count();
  }

  /** Accepts no connections any more. */
  void down() {
    server.stop(0);
  }

  void up() {
    server = bind(address);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
