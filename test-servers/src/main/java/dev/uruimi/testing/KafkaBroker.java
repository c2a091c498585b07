package dev.uruimi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * A real single-node Kafka broker in a child JVM. It ends with the JVM that started it, even when
 * that one is killed. {@link #stop()} and {@link #start()} keep data and ports, so a test can take
 * the broker away and bring it back.
 */
public final class KafkaBroker implements AutoCloseable {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(90);

  private final Path directory;
  private final int port;
  private @Nullable Process process;

  private KafkaBroker(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /** A broker that answers. */
  public static KafkaBroker started() {
    var broker = stopped();
    broker.start();
    return broker;
  }

  /** A broker with its address fixed, not started yet. */
  public static KafkaBroker stopped() {
    try {
      var directory = Files.createTempDirectory("uruimi-kafka-");
      var port = Ports.free();
      var settings = BrokerSettings.of(directory.resolve("log"), port, Ports.free());
      Files.writeString(directory.resolve("server.properties"), settings);
      Files.writeString(directory.resolve("cluster-id"), Uuid.randomUuid().toString());
      return new KafkaBroker(directory, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address for clients, {@code 127.0.0.1:port}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Starts the broker, with the data it had; returns when its port answers. */
  public synchronized void start() {
    if (process != null && process.isAlive()) {
      return;
    }
    try {
      process = BrokerProcess.start(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Ports.awaitOpen(port, START_TIMEOUT, process, directory.resolve("broker.log"));
  }

  /** Kills the broker as a power cut would; its data stay. */
  public synchronized void stop() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  @Override
  public void close() {
    stop();
    Directories.delete(directory);
  }
}
