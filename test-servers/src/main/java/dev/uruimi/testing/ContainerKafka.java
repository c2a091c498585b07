package dev.uruimi.testing;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.kafka.KafkaContainer;

/** In a container, by testcontainers-kafka. */
final class ContainerKafka implements KafkaBroker {

  private static final long PATIENCE_SECONDS = 5;

  private final int port = Ports.free();
  private final KafkaContainer container = new KafkaContainer(TestServers.kafkaImage());

  ContainerKafka() {
    container.withStartupTimeout(Containers.START_TIMEOUT);
    Containers.publish(container, port, 9092);
    BrokerSettings.common()
        .forEach(
            (name, value) ->
                container.addEnv(
                    "KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
  }

  @Override
  public String bootstrapServers() {
    return Containers.host() + ":" + port;
  }

  @Override
  public synchronized void start() {
    Containers.start(container, this::answers);
  }

  private boolean answers() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      admin.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false; // not yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void stop() {
    Containers.end(container, "KILL");
  }

  @Override
  public void close() {
    container.close();
  }
}
