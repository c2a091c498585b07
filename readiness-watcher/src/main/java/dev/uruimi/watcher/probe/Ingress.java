package dev.uruimi.watcher.probe;

import dev.uruimi.engines.ScenarioResult;
import dev.uruimi.engines.ScenarioRunner;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to all shops. When it accepts no connections that is one condition of the cell: it is
 * logged once and no shop is blamed.
 */
public final class Ingress implements Asking {

  private static final Logger LOG = LoggerFactory.getLogger(Ingress.class);

  private final ScenarioRunner runner;
  private final InetSocketAddress address;
  private final Duration connectTimeout;
  private volatile boolean down;

  public Ingress(ScenarioRunner runner, InetSocketAddress address, Duration connectTimeout) {
    this.runner = runner;
    this.address = address;
    this.connectTimeout = connectTimeout;
  }

  /** Whether it accepted no connection the last time a shop did not answer. */
  public boolean isDown() {
    return down;
  }

  @Override
  public ScenarioResult ask(Shop shop) throws InterruptedException, IngressDownException {
    if (shop.steps().isEmpty()) {
      return new ScenarioResult.Passed(Map.of());
    }
    if (down && !accepts()) {
      throw new IngressDownException("nothing listens at " + address);
    }
    var result = runner.run(shop.host(), shop.steps(), Map.of("protocol", shop.protocol()));
    if (result instanceof ScenarioResult.Failed failed
        && failed.answer() == null
        && failed.message().startsWith("no answer")
        && !accepts()) {
      throw new IngressDownException("nothing listens at " + address);
    }
    return result;
  }

  private boolean accepts() {
    try (var socket = new Socket()) {
      var resolved = new InetSocketAddress(address.getHostString(), address.getPort());
      socket.connect(resolved, (int) connectTimeout.toMillis());
      came(true);
      return true;
    } catch (IOException e) {
      came(false);
      return false;
    }
  }

  private synchronized void came(boolean accepts) {
    if (down != accepts) {
      return;
    }
    down = !accepts;
    if (down) {
      LOG.atError()
          .addKeyValue("ingress", address)
          .log("ingress accepts no connections: verdicts that depend on it are held");
    } else {
      LOG.atInfo().addKeyValue("ingress", address).log("ingress accepts connections again");
    }
  }
}
