package dev.uruimi.local.proxy;

import dev.uruimi.local.proxy.Fault.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the API server on loopback. Without a fault it passes bytes on and understands
 * nothing; with one it ends TLS, reads each request's head and lets the fault decide. Every change
 * cuts all connections.
 */
final class FaultProxy implements Closeable, Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(FaultProxy.class);
  private static final int BACKLOG = 256;
  private static final int DRAIN_MILLIS = 1000;

  private final Backend backend;
  private final ServerSocket listener;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final Set<String> agents = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Injected> current = new AtomicReference<>();

  /** A fault and its end. */
  private record Injected(Fault fault, CountDownLatch ended) {}

  /**
   * @param port on loopback; 0 for any
   */
  FaultProxy(int port, Backend backend) throws IOException {
    this.backend = backend;
    this.listener = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Serves until closed. */
  @Override
  public void run() {
    try {
      while (!listener.isClosed()) {
        var accepted = listener.accept();
        clients.add(accepted);
        Thread.ofVirtual().start(() -> serve(accepted));
      }
    } catch (IOException e) {
      if (!listener.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Puts a fault in.
   *
   * @return whether there was none
   */
  boolean inject(Fault fault) throws IOException {
    var injected = current.compareAndSet(null, new Injected(fault, new CountDownLatch(1)));
    if (injected) {
      cut();
    }
    return injected;
  }

  /** Takes it out; nothing when another one is in. */
  void heal(Fault fault) throws IOException {
    var injected = current.get();
    if (injected != null
        && injected.fault().equals(fault)
        && current.compareAndSet(injected, null)) {
      fault.end();
      injected.ended().countDown();
      cut();
    }
  }

  private void cut() throws IOException {
    for (var client : clients) {
      client.close();
    }
  }

  private void serve(Socket accepted) {
    try (accepted) {
      var injected = current.get();
      if (injected == null) {
        new Passage(accepted, backend.connect()).run();
      } else {
        serve(backend.deciphered(accepted), injected);
      }
    } catch (IOException e) {
      LOG.debug("connection ended: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clients.remove(accepted);
    }
  }

  private void serve(Socket client, Injected injected) throws IOException, InterruptedException {
    var head = RequestHead.read(client.getInputStream());
    if (head.isEmpty()) {
      return;
    }
    if (agents.add(head.get().userAgent())) {
      LOG.info("userAgent=\"{}\" seen", head.get().userAgent());
    }
    switch (injected.fault().meet(head.get())) {
      case Outcome.Passed() -> pass(client, head.get());
      case Outcome.Answered(var status) -> answer(client, new StatusAnswer(status));
      case Outcome.Silence() -> injected.ended().await();
    }
  }

  private void pass(Socket client, RequestHead head) throws IOException, InterruptedException {
    var server = backend.connectSecurely();
    server.getOutputStream().write(head.alone());
    new Passage(client, server).run();
  }

  /** The rest of the request is read before the end: else the answer may be lost with it. */
  private static void answer(Socket client, StatusAnswer answer) throws IOException {
    client.getOutputStream().write(answer.bytes());
    client.shutdownOutput();
    client.setSoTimeout(DRAIN_MILLIS);
    client.getInputStream().skipNBytes(Long.MAX_VALUE);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }
}
