package dev.uruimi.api.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Somebody whom webhooks tell: keeps every message, and answers as a test wants. */
public final class Receiver implements AutoCloseable {

  /** A message as it came; names of headers are in lower case. */
  public record Message(String path, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  @FunctionalInterface
  private interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  @FunctionalInterface
  private interface Listening {
    HttpServer on(InetSocketAddress address, int backlog) throws IOException;
  }

  public final List<Message> messages = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Answer answer = status(200);

  public Receiver() {
    this(HttpServer::create);
  }

  /** One with a certificate. */
  public static Receiver overTls(SSLContext context) {
    return new Receiver(
        (address, backlog) -> {
          var server = HttpsServer.create(address, backlog);
          server.setHttpsConfigurator(new HttpsConfigurator(context));
          return server;
        });
  }

  private Receiver(Listening listening) {
    try {
      server = listening.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Answers with a status, and headers: names and values. */
  public void answer(int status, String... headers) {
    answer = status(status, headers);
  }

  /** Answers the first message with a status, those after it with 200. */
  public void answerFirst(int status) {
    answer =
        exchange -> {
          answer = status(200);
          status(status).to(exchange);
        };
  }

  /** Begins a body and never ends it. */
  public void answerWithoutEnd() {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('.');
          exchange.getResponseBody().flush();
          closed.await();
        };
  }

  /** Takes messages and does not answer. */
  public void sayNothing() {
    answer = exchange -> closed.await();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private static Answer status(int status, String... headers) {
    return exchange -> {
      for (var index = 0; index < headers.length; index += 2) {
        exchange.getResponseHeaders().add(headers[index], headers[index + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
    };
  }

  private void take(HttpExchange exchange) throws IOException {
    var headers = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    messages.add(new Message(exchange.getRequestURI().toString(), headers, body));
    try (exchange) {
      answer.to(exchange);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
