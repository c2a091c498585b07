package dev.uruimi.testing;

/**
 * A real single-node Kafka broker. {@link #stop()} and {@link #start()} keep data and address, so a
 * test can take the broker away and bring it back.
 */
public sealed interface KafkaBroker extends AutoCloseable permits ContainerKafka, EmbeddedKafka {

  /** A broker that answers. */
  static KafkaBroker started() {
    var broker = stopped();
    broker.start();
    return broker;
  }

  /** A broker with its address fixed, not started yet. */
  static KafkaBroker stopped() {
    return switch (TestServers.chosen()) {
      case EMBEDDED -> EmbeddedKafka.stopped();
      case CONTAINERS -> new ContainerKafka();
    };
  }

  /** The address for clients, {@code host:port}. */
  String bootstrapServers();

  /** Starts the broker, with the data it had; returns when it answers. */
  void start();

  /** Kills the broker as a power cut would; its data stay. */
  void stop();

  /** Ends it and deletes its data. */
  @Override
  void close();
}
