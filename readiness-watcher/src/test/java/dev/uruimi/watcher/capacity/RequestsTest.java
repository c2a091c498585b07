package dev.uruimi.watcher.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestsTest {

  private final PodSpecBuilder pod =
      new PodSpecBuilder()
          .addToContainers(container("100m", "64Mi", null), container("0.25", "64Mi", null));

  @Test
  void containersAreCountedTogether() {
    assertThat(Requests.of(pod.build())).isEqualTo(new Requests(350, 128L << 20));
  }

  @Test
  void aHungryInitContainerCountsInsteadOfThem() {
    pod.addToInitContainers(container("1", "1Mi", null), container("200m", "256Mi", null));

    assertThat(Requests.of(pod.build())).isEqualTo(new Requests(1000, 256L << 20));
  }

  @Test
  void aSidecarCountsWithThemAndWithTheInitContainersAfterIt() {
    pod.addToInitContainers(container("300m", "1Mi", null), container("100m", "1Mi", "Always"));
    assertThat(Requests.of(pod.build()).cpu()).isEqualTo(450);

    pod.addToInitContainers(container("400m", "1Mi", null));
    assertThat(Requests.of(pod.build()).cpu()).isEqualTo(500);
  }

  @Test
  void thePodsOwnRequestsCountInsteadAndItsOverheadBesides() {
    pod.withNewResources().addToRequests("cpu", new Quantity("2")).endResources();
    pod.addToOverhead("cpu", new Quantity("10m"));

    assertThat(Requests.of(pod.build())).isEqualTo(new Requests(2010, 128L << 20));
  }

  @Test
  void whoAsksForNothingGetsNothing() {
    assertThat(Requests.of(null)).isEqualTo(Requests.NONE);
    assertThat(Requests.of(new PodSpecBuilder().addNewContainer().endContainer().build()))
        .isEqualTo(Requests.NONE);
  }

  private static Container container(String cpu, String memory, @Nullable String restart) {
    return new ContainerBuilder()
        .withRestartPolicy(restart)
        .withNewResources()
        .addToRequests("cpu", new Quantity(cpu))
        .addToRequests("memory", new Quantity(memory))
        .endResources()
        .build();
  }
}
