package dev.uruimi.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real worker whose call hangs: the cluster takes the connection and says nothing. */
class WorkerLifeIT {

  private final PoolDirectory directory = PoolDirectory.create();
  private ServerSocket silent;
  private Path kubeconfig;
  private WorkerProcess worker;

  @BeforeEach
  void start(@TempDir Path temporary) throws Exception {
    silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    kubeconfig = temporary.resolve("kubeconfig");
    Files.writeString(
        kubeconfig,
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: a, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: a, user: {}}]
        contexts: [{name: a, context: {cluster: a, user: a}}]
        current-context: a
        """
            .formatted(silent.getLocalPort()));
    worker = new HelmWorkerLauncher(directory).launch();
    worker.awaitReady(Duration.ofSeconds(60));
  }

  @AfterEach
  void stop() throws IOException {
    worker.close();
    silent.close();
    directory.delete();
  }

  @Test
  void itEndsItselfWhenItsCallTakesTooLong() {
    assertThatExceptionOfType(HelmException.class)
        .isThrownBy(() -> worker.call(hanging(1_500), Duration.ofSeconds(30)))
        .satisfies(e -> assertThat(e.failure()).isEqualTo(HelmFailure.TIMED_OUT));
    assertThat(worker.isAlive()).isFalse();
  }

  @Test
  void itEndsWithItsParentEvenWhileACallHangs() throws Exception {
    var call = Thread.ofVirtual().start(this::callQuietly);
    silent.accept();

    worker.parentGone();

    await().atMost(Duration.ofSeconds(5)).until(() -> !worker.isAlive());
    call.join();
    await().until(() -> !Files.exists(directory.root()));
  }

  private void callQuietly() {
    try {
      worker.call(hanging(60_000), Duration.ofSeconds(60));
    } catch (HelmException | InterruptedException _) {
      // as expected
    }
  }

  private Request hanging(long timeoutMillis) {
    return new Request(
        1,
        Request.Call.UNINSTALL,
        "n",
        "r",
        null,
        List.of(),
        null,
        kubeconfig.toString(),
        timeoutMillis);
  }
}
