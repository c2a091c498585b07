package dev.uruimi.local.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A publisher's server that knows ranges and can be made to misbehave. */
final class FakePublisher implements AutoCloseable {

  /** What was asked of it: method, path, wanted range. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** The connection breaks after that many bytes of a file, as often as there are numbers. */
  final List<Integer> breaks = new CopyOnWriteArrayList<>();

  /** Answers that come before all others. */
  final List<Integer> refusals = new CopyOnWriteArrayList<>();

  volatile boolean knowsRanges = true;
  volatile boolean silent;
  volatile String tag = "\"one\"";

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;

  FakePublisher() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  void publish(String path, byte[] content) {
    files.put(path, content);
  }

  void publish(String path, String text) {
    publish(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var range = exchange.getRequestHeaders().getFirst("Range");
    requests.add(exchange.getRequestMethod() + " " + path + (range == null ? "" : " " + range));
    try (exchange) {
      if (silent) {
        closed.await();
      } else if (!refusals.isEmpty()) {
        exchange.sendResponseHeaders(refusals.removeFirst(), -1);
      } else if (!files.containsKey(path)) {
        exchange.sendResponseHeaders(404, -1);
      } else if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(200, -1);
      } else {
        send(exchange, files.get(path), range);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(HttpExchange exchange, byte[] content, String range) throws IOException {
    exchange.getResponseHeaders().set("ETag", tag);
    var from = 0;
    var code = 200;
    if (range != null
        && knowsRanges
        && tag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
      from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
      code = 206;
      if (from >= content.length) {
        exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
    }
    var rest = Arrays.copyOfRange(content, from, content.length);
    exchange.sendResponseHeaders(code, rest.length);
    var breaking = rest.length > 100 && !breaks.isEmpty();
    var body = exchange.getResponseBody();
    body.write(rest, 0, breaking ? breaks.removeFirst() : rest.length);
    body.flush();
    if (!breaking) {
      body.close();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
