package dev.uruimi.local.clusterchoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Command lines as the tools' documentation has them. */
class MakingToolTest {

  private static final Path KUBECONFIG = Path.of("/s/kubeconfig");
  private final MakingTool kind = new MakingTool(Distribution.KIND, "uruimi-1", KUBECONFIG);
  private final MakingTool k3d = new MakingTool(Distribution.K3D, "uruimi-1", KUBECONFIG);

  @Test
  void kindMakesAClusterWhoseIngressIsAPortOfThisMachine() {
    assertThat(String.join(" ", kind.create(Path.of("/s/kind.yaml"), 7090)))
        .isEqualTo(
            "kind create cluster --name uruimi-1 --config /s/kind.yaml"
                + " --kubeconfig /s/kubeconfig --wait 120s");
    assertThat(MakingTool.kindConfig(7090, 30080))
        .contains("{containerPort: 30080, hostPort: 7090, listenAddress: 127.0.0.1");
    assertThat(kind.context()).isEqualTo("kind-uruimi-1");
  }

  @Test
  void k3dMakesOneAndLeavesThePersonsKubeconfigAlone() {
    assertThat(String.join(" ", k3d.create(Path.of("unused"), 7090)))
        .isEqualTo(
            "k3d cluster create uruimi-1 --port 127.0.0.1:7090:80@loadbalancer"
                + " --kubeconfig-update-default=false --kubeconfig-switch-context=false --wait");
    assertThat(String.join(" ", k3d.writeKubeconfig()))
        .isEqualTo("k3d kubeconfig write uruimi-1 --output /s/kubeconfig");
  }

  @Test
  void onlyItsOwnClusterIsDeleted() {
    assertThat(String.join(" ", kind.delete()))
        .isEqualTo("kind delete cluster --name uruimi-1 --kubeconfig /s/kubeconfig");
    assertThat(String.join(" ", k3d.delete())).isEqualTo("k3d cluster delete uruimi-1");
  }

  @Test
  void aClusterIsThereWhenTheToolListsItsWholeName() {
    assertThat(kind.lists("kind\nuruimi-1\n")).isTrue();
    assertThat(k3d.lists("uruimi-1   1/1   0/0   true\n")).isTrue();
    assertThat(kind.lists("uruimi-12\n")).isFalse();
    assertThat(kind.lists("No kind clusters found.\n")).isFalse();
  }
}
