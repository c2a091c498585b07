package dev.uruimi.testing;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** Taking a container away and bringing it back, which Testcontainers itself does not. */
final class Containers {

  static final Duration START_TIMEOUT = Duration.ofSeconds(90);

  private Containers() {}

  /** The name by which this machine reaches what containers publish. */
  static String host() {
    return DockerClientFactory.instance().dockerHostIpAddress();
  }

  /** Publishes a container's port under a fixed number; to this machine only, where it is local. */
  static void publish(GenericContainer<?> container, int port, int inside) {
    var loopback = host().equals("localhost") ? "127.0.0.1:" : "";
    container.setPortBindings(List.of(loopback + port + ":" + inside));
  }

  static DockerClient client(GenericContainer<?> container) {
    return container.getDockerClient();
  }

  /**
   * Makes and starts it; later, starts what was ended, with the data and the port it had. Returns
   * when it answers.
   */
  static void start(GenericContainer<?> container, BooleanSupplier answers) {
    if (container.getContainerId() == null) {
      container.start();
    } else if (!container.isRunning()) {
      client(container).startContainerCmd(container.getContainerId()).exec();
    }
    var end = System.nanoTime() + START_TIMEOUT.toNanos();
    while (!answers.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("it does not answer:\n" + container.getLogs());
      }
    }
  }

  /** Sends it a signal and waits until it has ended. */
  static void end(GenericContainer<?> container, String signal) {
    if (!container.isRunning()) {
      return;
    }
    var id = container.getContainerId();
    var client = client(container);
    client.killContainerCmd(id).withSignal(signal).exec();
    client.waitContainerCmd(id).start().awaitStatusCode();
  }
}
