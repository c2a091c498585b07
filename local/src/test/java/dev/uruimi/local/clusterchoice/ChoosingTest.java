package dev.uruimi.local.clusterchoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.clusterchoice.ClusterChoice.Context;
import dev.uruimi.local.clusterchoice.ClusterChoice.Embedded;
import dev.uruimi.local.clusterchoice.ClusterChoice.Made;
import dev.uruimi.local.clusterchoice.ClusterChoice.Simulated;
import dev.uruimi.local.clusterchoice.Decision.Chosen;
import dev.uruimi.local.clusterchoice.Decision.Refused;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoosingTest {

  private static final Seen ROOT =
      new Seen(List.of(), Optional.empty(), true, true, false, false, List.of(), Optional.empty());
  private static final Seen USER =
      new Seen(List.of(), Optional.empty(), true, false, false, false, List.of(), Optional.empty());

  @Test
  void rootOnLinuxGetsARealNodeAndHearsNothing() {
    assertThat(Choosing.of(Wish.ANY, ROOT)).isEqualTo(new Chosen(new Embedded(), List.of()));
  }

  @Test
  void withoutRootNodesAreSimulatedAndThatIsSaid() {
    var decision = (Chosen) Choosing.of(Wish.ANY, USER);

    assertThat(decision.choice()).isEqualTo(new Simulated("containers need root"));
    assertThat(decision.said().getFirst()).startsWith("SIMULATED: ");
  }

  @Test
  void whereTheKernelRefusesContainersNodesAreSimulatedAndTheReasonIsSaid() {
    var refused =
        new Seen(
            List.of(),
            Optional.empty(),
            true,
            true,
            false,
            false,
            List.of(),
            Optional.of("the kernel refuses containers (Operation not permitted)"));

    var decision = (Chosen) Choosing.of(Wish.ANY, refused);

    assertThat(decision.choice()).isInstanceOf(Simulated.class);
    assertThat(decision.said().getFirst()).contains("Operation not permitted");
  }

  @ParameterizedTest
  @CsvSource({
    "kind-kind, https://127.0.0.1:34567, KIND",
    "k3d-dev, https://0.0.0.0:6550, K3D",
    "minikube, https://192.168.49.2:8443, MINIKUBE",
    "docker-desktop, https://kubernetes.docker.internal:6443, DOCKER_DESKTOP",
    "rancher-desktop, https://127.0.0.1:6443, RANCHER_DESKTOP",
  })
  void aCurrentContextThatIsEvidentlyLocalIsUsedAfterSayingSo(
      String name, String server, Distribution distribution) {
    var decision = (Chosen) Choosing.of(Wish.ANY, current(name, server));

    assertThat(decision.choice()).isEqualTo(new Context(name, distribution));
    assertThat(decision.said()).singleElement().asString().contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "production, https://k8s.example.com:6443",
    "kind-production, https://k8s.example.com:6443",
    "minikube, https://34.120.7.9:8443",
    "minikube, https://10.0.0.1.example.com:8443",
    "default, https://127.0.0.1:6443",
    "tunnel, https://127.0.0.1:6443",
    "docker-desktop, not an address",
  })
  void aCurrentContextThatMayBeAnybodysIsNeverUsedWithoutItsName(String name, String server) {
    var decision = (Chosen) Choosing.of(Wish.ANY, current(name, server));

    assertThat(decision.choice()).isEqualTo(new Embedded());
    assertThat(decision.said()).singleElement().asString().contains("left alone");
    assertThat(Choosing.of(new Wish(name, null), current(name, server)))
        .extracting(it -> ((Chosen) it).choice())
        .isInstanceOf(Context.class);
  }

  @Test
  void theContextOfAnInstalledK3sIsLocal() {
    var context = new KubeContext("default", "https://127.0.0.1:6443", false);

    assertThat(context.evidentlyLocal(true)).isTrue();
    assertThat(context.evidentlyLocal(false)).isFalse();
  }

  @Test
  void aContextThatIsNotThereIsRefusedWithThoseThatAre() {
    var seen = current("kind-kind", "https://127.0.0.1:1");

    assertThat(Choosing.of(new Wish("kind-kidn", null), seen))
        .isEqualTo(new Refused("Your kubeconfig has no context kind-kidn.", "It has kind-kind."));
  }

  @Test
  void kindIsPreferredToAnOwnClusterWhereDockerAnswers() {
    var tools = List.of(Distribution.KIND, Distribution.K3D);

    assertThat(((Chosen) Choosing.of(Wish.ANY, docker(true, tools))).choice())
        .isEqualTo(new Made(Distribution.KIND));
    assertThat(((Chosen) Choosing.of(Wish.ANY, docker(false, tools))).choice())
        .isEqualTo(new Embedded());
    assertThat(((Chosen) Choosing.of(Wish.ANY, docker(true, List.of()))).choice())
        .isEqualTo(new Embedded());
  }

  @Test
  void aKindThatCannotBeHadIsRefused() {
    assertThat(Choosing.of(kind(ClusterKind.EMBEDDED), USER)).isInstanceOf(Refused.class);
    assertThat(Choosing.of(kind(ClusterKind.KIND), ROOT)).isInstanceOf(Refused.class);
    assertThat(Choosing.of(kind(ClusterKind.K3D), docker(true, List.of(Distribution.KIND))))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aKindThatIsNamedIsTaken() {
    assertThat(((Chosen) Choosing.of(kind(ClusterKind.SIMULATED), ROOT)).choice().simulated())
        .isTrue();
    assertThat(
            ((Chosen)
                    Choosing.of(
                        kind(ClusterKind.EMBEDDED), current("kind-kind", "https://127.0.0.1:1")))
                .choice())
        .isEqualTo(new Embedded());
  }

  @Test
  void aLaterWishForAnotherClusterIsNotAllowed() {
    var before = new Context("kind-kind", Distribution.KIND);

    assertThat(Wish.ANY.allows(before)).isTrue();
    assertThat(new Wish("kind-kind", null).allows(before)).isTrue();
    assertThat(new Wish("kind-other", null).allows(before)).isFalse();
    assertThat(kind(ClusterKind.EMBEDDED).allows(before)).isFalse();
    assertThat(kind(ClusterKind.KIND).allows(before)).isFalse();
  }

  private static Wish kind(ClusterKind kind) {
    return new Wish(null, kind);
  }

  private static Seen current(String name, String server) {
    return new Seen(
        List.of(new KubeContext(name, server, false)),
        Optional.of(name),
        true,
        true,
        false,
        false,
        List.of(),
        Optional.empty());
  }

  private static Seen docker(boolean docker, List<Distribution> tools) {
    return new Seen(
        List.of(), Optional.empty(), true, true, false, docker, tools, Optional.empty());
  }
}
