package dev.uruimi.local.clusterchoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngressCandidatesTest {

  private static final Node NODE =
      new NodeBuilder()
          .withNewStatus()
          .addNewAddress("192.168.49.2", "InternalIP")
          .addNewAddress("minikube", "Hostname")
          .endStatus()
          .build();

  @Test
  void aNodePortIsTriedOnThisMachineFirstAndThenOnTheNodes() {
    assertThat(IngressCandidates.of(List.of(service("NodePort", 30080)), List.of(), List.of(NODE)))
        .containsExactly("127.0.0.1:30080", "192.168.49.2:30080");
  }

  @Test
  void dockerDesktopsBalancerIsThisMachine() {
    var service =
        new ServiceBuilder(service("LoadBalancer", 31080))
            .withNewStatus()
            .withNewLoadBalancer()
            .addNewIngress()
            .withHostname("localhost")
            .endIngress()
            .endLoadBalancer()
            .endStatus()
            .build();

    assertThat(IngressCandidates.of(List.of(service), List.of(), List.of()))
        .containsExactly("127.0.0.1:31080", "127.0.0.1:80");
  }

  @Test
  void aTunnelToABalancerIsTriedLast() {
    assertThat(
            IngressCandidates.of(List.of(service("LoadBalancer", 31080)), List.of(), List.of(NODE)))
        .endsWith("127.0.0.1:80");
  }

  @Test
  void aPortOfTheHostIsFoundByThePod() {
    assertThat(IngressCandidates.of(List.of(), List.of(pod()), List.of(NODE)))
        .containsExactly("127.0.0.1:80", "192.168.49.2:80");
  }

  @Test
  void otherPortsOfTheControllerAreNoWayIn() {
    var admission =
        new ServiceBuilder()
            .withNewSpec()
            .withType("NodePort")
            .addNewPort()
            .withPort(443)
            .withNodePort(30443)
            .endPort()
            .endSpec()
            .build();

    assertThat(IngressCandidates.of(List.of(admission), List.of(), List.of(NODE))).isEmpty();
  }

  private static Service service(String type, int nodePort) {
    return new ServiceBuilder()
        .withNewSpec()
        .withType(type)
        .addNewPort()
        .withPort(80)
        .withNodePort(nodePort)
        .endPort()
        .endSpec()
        .build();
  }

  private static Pod pod() {
    return new PodBuilder()
        .withNewSpec()
        .addNewContainer()
        .addNewPort()
        .withContainerPort(80)
        .withHostPort(80)
        .endPort()
        .endContainer()
        .endSpec()
        .build();
  }
}
