package dev.uruimi.watcher.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.watcher.workloads.PodState.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodStatesTest {

  @Test
  void aPodNobodyTookYetHasItsContainersWaiting() {
    assertThat(PodStates.of(pod().build()))
        .isEqualTo(
            new PodState(
                "shop-1",
                "shop",
                "Unknown",
                false,
                0,
                null,
                null,
                List.of(
                    new ContainerState("prepare", true, "waiting", null, null, "p:1", 0),
                    new ContainerState("shop", false, "waiting", null, null, "s:1", 0))));
  }

  @Test
  void lastWordsAreNeverShownOnlyTheirCause() {
    var pod =
        withState(
            status ->
                status
                    .withNewState()
                    .withNewTerminated()
                    .withExitCode(1)
                    .withReason("Error")
                    .withMessage("Access denied for user 'ada' using geheim")
                    .endTerminated()
                    .endState());

    assertThat(PodStates.of(pod).containers().getLast().message())
        .isEqualTo("exit code 1: the database refuses user or password (1045)");
  }

  @Test
  void whatTheKubeletSaysIsMasked() {
    var pod =
        withState(
            status ->
                status
                    .withNewState()
                    .withNewWaiting()
                    .withReason("ErrImagePull")
                    .withMessage("Head https://ada:geheim@r/shop failed")
                    .endWaiting()
                    .endState());

    assertThat(PodStates.of(pod).containers().getLast().message())
        .isEqualTo("Head https://…@r/shop failed");
  }

  @Test
  void restartsAreCountedAndAPodThatGoesIsTerminating() {
    var pod = withState(status -> status.withRestartCount(3));
    pod.getMetadata().setDeletionTimestamp("2026-03-01T12:00:00Z");

    assertThat(PodStates.of(pod).restarts()).isEqualTo(3);
    assertThat(PodStates.of(pod).phase()).isEqualTo("Terminating");
  }

  private static Pod withState(java.util.function.UnaryOperator<ContainerStatusBuilder> state) {
    var status = state.apply(new ContainerStatusBuilder().withName("shop")).build();
    return pod()
        .withNewStatus()
        .withPhase("Running")
        .withContainerStatuses(status)
        .endStatus()
        .build();
  }

  private static PodBuilder pod() {
    return new PodBuilder()
        .withNewMetadata()
        .withName("shop-1")
        .addToLabels("app.kubernetes.io/component", "shop")
        .endMetadata()
        .withNewSpec()
        .addNewInitContainer()
        .withName("prepare")
        .withImage("p:1")
        .endInitContainer()
        .addNewContainer()
        .withName("shop")
        .withImage("s:1")
        .endContainer()
        .endSpec();
  }
}
