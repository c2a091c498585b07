package dev.uruimi.api.support;

import dev.uruimi.api.StoreApi;
import dev.uruimi.api.credentials.ShopSecrets;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.sql.SQLException;
import java.time.Clock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole service on a free port, against a real broker and a database of its own. */
public final class RunningApi implements AutoCloseable {

  public final SettableClock clock = new SettableClock();
  public final FakeSecrets secrets = new FakeSecrets();
  private final ConfigurableApplicationContext context;

  private RunningApi(KafkaBroker kafka, PostgresServer postgres, String database) {
    context =
        new SpringApplicationBuilder(StoreApi.class)
            .initializers(fresh -> replaceOutside((GenericApplicationContext) fresh))
            .run(
                "--server.port=0",
                "--spring.cloud.stream.kafka.binder.brokers=" + kafka.bootstrapServers(),
                "--spring.datasource.url=" + postgres.jdbcUrl(database),
                "--spring.datasource.username=" + postgres.user(),
                "--spring.datasource.hikari.connection-timeout=1000",
                "--uruimi.engines.directory=" + Engines.DIRECTORY,
                "--uruimi.deadlines.interval=200ms",
                "--uruimi.outbox.backoff=300ms",
                "--uruimi.stream.heartbeat=500ms",
                "--uruimi.stream.max-streams=3");
  }

  /** The service on a new, empty database. */
  public static RunningApi onNewDatabase(KafkaBroker kafka, PostgresServer postgres, String name) {
    sql(postgres, "create database " + name);
    return on(kafka, postgres, name);
  }

  /** The service on a database that is there. */
  public static RunningApi on(KafkaBroker kafka, PostgresServer postgres, String name) {
    return new RunningApi(kafka, postgres, name);
  }

  public static void sql(PostgresServer postgres, String sql) {
    try (var connection = postgres.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  public HttpCalls http() {
    return new HttpCalls(port());
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  private void replaceOutside(GenericApplicationContext fresh) {
    fresh.registerBean(
        "testClock", Clock.class, () -> clock, definition -> definition.setPrimary(true));
    fresh.registerBean(
        "testSecrets", ShopSecrets.class, () -> secrets, definition -> definition.setPrimary(true));
  }
}
