package dev.uruimi.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** As processes of this machine. */
final class EmbeddedPostgresServer implements PostgresServer {

  private final Path directory;
  private final int port = Ports.free();
  private @Nullable EmbeddedPostgres postgres;

  private EmbeddedPostgresServer(Path directory) {
    this.directory = directory;
  }

  static EmbeddedPostgresServer stopped() {
    try {
      return new EmbeddedPostgresServer(Files.createTempDirectory("uruimi-postgres-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
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

  @Override
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

  @Override
  public void pause() {
    signal("STOP");
  }

  @Override
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
