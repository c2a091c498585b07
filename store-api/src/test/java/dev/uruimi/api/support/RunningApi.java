package dev.uruimi.api.support;

import dev.uruimi.api.StoreApi;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import dev.uruimi.testing.TestToken;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service on a free port, against a real broker and a database of its own. */
public final class RunningApi implements AutoCloseable {

  public final SettableClock clock = new SettableClock();
  public final FakeSecrets secrets = new FakeSecrets();
  private final ConfigurableApplicationContext context;

  private RunningApi(KafkaBroker kafka, PostgresServer postgres, String database, String... more) {
    context =
        new SpringApplicationBuilder(StoreApi.class)
            .initializers(fresh -> replaceOutside((GenericApplicationContext) fresh))
            .run(
                Stream.of(List.of(more), usual(kafka, postgres, database))
                    .flatMap(List::stream)
                    .collect(
                        Collectors.toMap(
                            argument -> argument.substring(0, argument.indexOf('=')),
                            argument -> argument,
                            (first, usual) -> first))
                    .values()
                    .toArray(String[]::new));
  }

  private static List<String> usual(KafkaBroker kafka, PostgresServer postgres, String database) {
    return List.of(
        "--server.port=0",
        "--spring.cloud.stream.kafka.binder.brokers=" + kafka.bootstrapServers(),
        "--spring.datasource.url=" + postgres.jdbcUrl(database),
        "--spring.datasource.username=" + postgres.user(),
        "--spring.datasource.hikari.connection-timeout=1000",
        "--uruimi.engines.directory=" + Engines.DIRECTORY,
        "--uruimi.deadlines.interval=200ms",
        "--uruimi.outbox.backoff=300ms",
        "--uruimi.stream.heartbeat=500ms",
        "--uruimi.stream.max-streams=3",
        // nothing answers here
        "--uruimi.peers.watcher=http://127.0.0.1:1",
        "--uruimi.peers.provisioner=http://127.0.0.1:1",
        "--uruimi.peers.cleanup=http://127.0.0.1:1",
        "--uruimi.platform.ingress-address=127.0.0.1:1",
        "--uruimi.page.location=classpath:/no-dashboard/",
        "--LOGIN_TOKEN_FILE=" + TestToken.file(),
        "--PEERS_TOKEN_FILE=" + TestToken.file());
  }

  /** The service on a new, empty database, with more arguments. */
  public static RunningApi onNewDatabase(
      KafkaBroker kafka, PostgresServer postgres, String name, String... arguments) {
    sql(postgres, "create database " + name);
    return new RunningApi(kafka, postgres, name, arguments);
  }

  /** The service on a database that is there, with more arguments. */
  public static RunningApi on(
      KafkaBroker kafka, PostgresServer postgres, String name, String... arguments) {
    return new RunningApi(kafka, postgres, name, arguments);
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

  /** Of who holds the token. */
  public HttpCalls http() {
    return new HttpCalls(port(), "Authorization", TestToken.HEADER);
  }

  /** Of who is not logged in, or by these headers alone. */
  public HttpCalls stranger(String... headers) {
    return new HttpCalls(port(), headers);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  /** Waits until all that was asked of the service is on the log, and read back from there. */
  public void awaitRelayed() {
    Awaitility.await()
        .until(
            () ->
                bean(JdbcClient.class)
                    .sql("select count(*) from outbox")
                    .query(Long.class)
                    .single()
                    .equals(0L));
  }

  @Override
  public void close() {
    context.close();
  }

  private void replaceOutside(GenericApplicationContext fresh) {
    fresh.registerBean(
        "testClock", Clock.class, () -> clock, definition -> definition.setPrimary(true));
    fresh.registerBean(
        "testSecrets", FakeSecrets.class, () -> secrets, definition -> definition.setPrimary(true));
  }
}
