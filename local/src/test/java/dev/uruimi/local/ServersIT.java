package dev.uruimi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.local.postgres.Postgres;
import dev.uruimi.local.process.Bringup;
import dev.uruimi.local.process.PartStatus;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.StatusBoard;
import dev.uruimi.local.process.Takedown;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.process.Waiter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private UruimiHome home;
  private TwoServers servers;

  @BeforeEach
  void bothAreUp(@TempDir Path folder) throws Exception {
    var cache = Path.of(System.getProperty("java.io.tmpdir"), "uruimi-it-cache");
    home = new UruimiHome(Path.of(""), cache, folder.resolve("state"));
    servers = new TwoServers(home, freePort(), freePort(), freePort());
    servers.postgres().binaries().run(Progress.SILENT);
    new Bringup(home, servers.supervisorCommand(), Waiter.REAL).start();
    await().atMost(PATIENCE).until(this::allReady);
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    assertThat(new Takedown(home, servers.graph(), Waiter.REAL).run(snapshot -> {})).isEmpty();
  }

  @Test
  void comeBackWithTheirDataWhenTheyAreKilled() throws Exception {
    try (var admin =
        Admin.create(Map.of("bootstrap.servers", servers.kafka().bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
    }
    sql("create table t (n int)");

    for (var part : List.of("kafka", "postgres")) {
      var pid = status(part).pid();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      await().atMost(PATIENCE).until(() -> status(part).pid() != pid && allReady());
    }

    sql("insert into t values (42)");
    try (var admin =
        Admin.create(Map.of("bootstrap.servers", servers.kafka().bootstrapServers()))) {
      assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains("t");
    }
  }

  private void sql(String statement) throws Exception {
    var password = Files.readString(servers.postgres().passwordFile());
    try (var connection =
        DriverManager.getConnection(
            Postgres.url(servers.postgresPort()), Postgres.USER, password)) {
      connection.createStatement().execute(statement);
    }
  }

  private boolean allReady() {
    return StatusBoard.read(home).filter(StatusBoard.Snapshot::allReady).isPresent();
  }

  private PartStatus status(String part) {
    return StatusBoard.read(home).orElseThrow().parts().stream()
        .filter(it -> it.name().equals(part))
        .findFirst()
        .orElseThrow();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
