package dev.uruimi.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** helm-java in worker processes. */
class WorkerHelmRunnerIT extends ClusterHelmContract {

  @Override
  HelmKind kind() {
    return HelmKind.NATIVE;
  }

  @Override
  String program() {
    return "not-used";
  }

  @Override
  Set<Long> processes() {
    return workers().workers();
  }

  @Test
  void aKilledWorkerIsReplaced() {
    await().atMost(Duration.ofSeconds(60)).until(() -> workers().idleWorkers() == 2);
    var before = processes();

    before.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> before.stream().noneMatch(pid -> ProcessHandle.of(pid).isPresent()));
    assertThat(helm().install(tiny(Map.of(), ""))).isEqualTo(1);
  }

  private WorkerHelmRunner workers() {
    return (WorkerHelmRunner) helm();
  }
}
