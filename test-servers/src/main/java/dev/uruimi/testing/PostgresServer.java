package dev.uruimi.testing;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real Postgres on a free port. {@link #stop()} and {@link #start()} keep data and port, so a
 * test can take the database away and bring it back. Anyone on this machine may log in as {@code
 * postgres} without a password.
 */
public sealed interface PostgresServer extends AutoCloseable
    permits ContainerPostgres, EmbeddedPostgresServer {

  /** A server that answers. */
  static PostgresServer started() {
    var server =
        switch (TestServers.chosen()) {
          case EMBEDDED -> EmbeddedPostgresServer.stopped();
          case CONTAINERS -> new ContainerPostgres();
        };
    server.start();
    return server;
  }

  /** Where it listens, {@code host:port}. */
  String address();

  /** The JDBC URL of the database {@code postgres}. */
  default String jdbcUrl() {
    return jdbcUrl("postgres");
  }

  /** The JDBC URL of a database. */
  default String jdbcUrl(String database) {
    return "jdbc:postgresql://%s/%s".formatted(address(), database);
  }

  /** The superuser. */
  default String user() {
    return "postgres";
  }

  /** Connections to the database {@code postgres}, each a new one. */
  default DataSource dataSource() {
    var source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl());
    source.setUser(user());
    return source;
  }

  /** Starts the server with the data it had. */
  void start();

  /** Stops the server; its data stay. */
  void stop();

  /** Freezes every process of the server: connections stay open, nothing answers. */
  void pause();

  /** Goes on after a {@link #pause()}. */
  void resume();

  /** Ends it and deletes its data. */
  @Override
  void close();
}
