package dev.uruimi.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A real Postgres on a free port. {@link #stop()} and {@link #start()} keep data and port, so a
 * test can take the database away and bring it back. Anyone on this machine may log in as {@code
 * postgres} without a password.
 */
public final class PostgresServer implements AutoCloseable {

  private final Path directory;
  private final int port = Ports.free();
  private @Nullable EmbeddedPostgres postgres;

  private PostgresServer(Path directory) {
    this.directory = directory;
  }

  /** A server that answers. */
  public static PostgresServer started() {
    try {
      var server = new PostgresServer(Files.createTempDirectory("uruimi-postgres-"));
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDBC URL of the database {@code postgres}. */
  public String jdbcUrl() {
    return jdbcUrl("postgres");
  }

  /** The JDBC URL of a database. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** The superuser. */
  public String user() {
    return "postgres";
  }

  /** Connections to the database {@code postgres}, each a new one. */
  public DataSource dataSource() {
    if (postgres == null) {
      throw new IllegalStateException("stopped");
    }
    return postgres.getPostgresDatabase();
  }

  /** Starts the server with the data it had. */
  public synchronized void start() {
    if (postgres != null) {
      return;
    }
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(directory.resolve("data"))
              .setCleanDataDirectory(false)
              .setServerConfig("fsync", "off")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the server; its data stay. */
  public synchronized void stop() {
    if (postgres == null) {
      return;
    }
    try {
      postgres.close();
      postgres = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Freezes every process of the server (SIGSTOP): connections stay open, nothing answers. */
  public void pause() {
    signal("STOP");
  }

  /** Goes on after a {@link #pause()}. */
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      var lines = Files.readAllLines(directory.resolve("data").resolve("postmaster.pid"));
      var postmaster = ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
      var command = new ArrayList<>(List.of("kill", "-" + name));
      Stream.concat(Stream.of(postmaster), postmaster.descendants())
          .map(process -> Long.toString(process.pid()))
          .forEach(command::add);
      var kill = new ProcessBuilder(command).inheritIO().start();
      if (kill.onExit().join().exitValue() != 0) {
        throw new IllegalStateException("kill -" + name + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    Directories.delete(directory);
  }
}
