package dev.uruimi.local.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two connections that are one: bytes go both ways until either end closes.
 *
 * @param client the nearer one
 * @param server the farther one
 */
record Passage(Socket client, Socket server) implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Passage.class);

  /** Returns when both are closed. */
  void run() throws InterruptedException {
    var back = Thread.ofVirtual().start(() -> pump(server, client));
    pump(client, server);
    back.join();
  }

  private void pump(Socket from, Socket to) {
    try (this) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      LOG.debug("cut: {}", e.getMessage()); // by either end, or by a change of the fault
    }
  }

  @Override
  public void close() throws IOException {
    try (client;
        server) {
      // both, whatever becomes of the other
    }
  }
}
