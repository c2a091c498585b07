package dev.uruimi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Free ports of the loopback address, and waiting for one to answer. */
public final class Ports {

  private Ports() {}

  /** A port nobody listens on now. */
  public static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void awaitOpen(int port, Duration timeout, Process process, Path log) {
    var end = System.nanoTime() + timeout.toNanos();
    while (!isOpen(port)) {
      if (endedWithin(process, Duration.ofMillis(50)) || System.nanoTime() > end) {
        throw new IllegalStateException("port %d did not open; see %s".formatted(port, log));
      }
    }
  }

  private static boolean endedWithin(Process process, Duration duration) {
    try {
      return process.waitFor(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOpen(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
