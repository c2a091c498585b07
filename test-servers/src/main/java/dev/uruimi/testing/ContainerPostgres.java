package dev.uruimi.testing;

import java.sql.SQLException;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** In a container, by testcontainers-postgresql. */
final class ContainerPostgres implements PostgresServer {

  private final int port = Ports.free();
  private final PostgreSQLContainer container =
      new PostgreSQLContainer(TestServers.postgresImage());

  ContainerPostgres() {
    container.withUsername(user()).withDatabaseName("postgres");
    container.addEnv("POSTGRES_HOST_AUTH_METHOD", "trust");
    Containers.publish(container, port, 5432);
    container.waitingFor(
        Wait.forLogMessage(".*ready to accept connections.*\\s", 1)
            .withStartupTimeout(Containers.START_TIMEOUT));
  }

  @Override
  public String address() {
    return Containers.host() + ":" + port;
  }

  @Override
  public synchronized void start() {
    Containers.start(container, this::answers);
  }

  private boolean answers() {
    try (var connection = dataSource().getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false; // not yet
    }
  }

  @Override
  public synchronized void stop() {
    Containers.end(container, "INT"); // "fast": it does not wait for clients
  }

  @Override
  public void pause() {
    Containers.client(container).pauseContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void resume() {
    Containers.client(container).unpauseContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void close() {
    container.close();
  }
}
