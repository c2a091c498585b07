package dev.uruimi.local.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes orders for faults on a socket of the file system. An order is a line: {@code answer 429
 * 0.5}, {@code hang 0.1} or {@code hold-helm 3}; the answer is {@code on} or why not. The fault
 * lasts as long as the connection: whoever ordered it and dies has healed it. A held request is
 * told by {@code held} and let go by {@code go}.
 */
final class FaultControl implements Closeable, Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(FaultControl.class);

  private final FaultProxy proxy;
  private final ServerSocketChannel listener;

  FaultControl(FaultProxy proxy, Path socket) throws IOException {
    this.proxy = proxy;
    Files.deleteIfExists(socket);
    this.listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(socket));
  }

  /** Serves until closed. */
  @Override
  public void run() {
    try {
      while (listener.isOpen()) {
        var socket = new ControlSocket(listener.accept());
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      if (listener.isOpen()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(ControlSocket socket) {
    try (socket) {
      var order = socket.read();
      if (order.isPresent()) {
        serve(socket, order.get());
      }
    } catch (IOException e) {
      LOG.warn("control connection ended: {}", e.getMessage());
    }
  }

  private void serve(ControlSocket socket, String order) throws IOException {
    Fault fault;
    try {
      fault = fault(order, socket);
    } catch (IllegalArgumentException e) {
      socket.write(order + " is no order: " + e.getMessage());
      return;
    }
    if (!proxy.inject(fault)) {
      socket.write("another fault is on");
      return;
    }
    LOG.info("fault=\"{}\" on", order);
    try {
      socket.write("on");
      while (socket.read().isPresent()) {
        fault.end();
      }
    } finally {
      proxy.heal(fault);
      LOG.info("fault=\"{}\" off", order);
    }
  }

  private static Fault fault(String order, ControlSocket socket) {
    var words = order.split(" ");
    var random = RandomGenerator.getDefault();
    return switch (words[0] + words.length) {
      case "answer3" ->
          new Share(
              Double.parseDouble(words[2]),
              new Fault.Outcome.Answered(new StatusAnswer(Integer.parseInt(words[1])).status()),
              random);
      case "hang2" -> new Share(Double.parseDouble(words[1]), new Fault.Outcome.Silence(), random);
      case "hold-helm2" -> new HeldHelmCall(Integer.parseInt(words[1]), () -> tell(socket));
      default -> throw new IllegalArgumentException("answer, hang or hold-helm");
    };
  }

  private static void tell(ControlSocket socket) {
    try {
      socket.write("held");
    } catch (IOException e) {
      LOG.warn("nobody is told of a held request: {}", e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
