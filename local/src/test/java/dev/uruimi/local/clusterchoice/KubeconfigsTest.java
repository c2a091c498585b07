package dev.uruimi.local.clusterchoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigsTest {

  @TempDir private Path folder;

  @BeforeEach
  void twoFiles() throws IOException {
    Files.writeString(
        folder.resolve("one"),
        """
        apiVersion: v1
        kind: Config
        current-context: kind-kind
        contexts:
          - {name: kind-kind, context: {cluster: kind-kind, user: kind-kind}}
          - {name: nowhere, context: {cluster: gone, user: gone}}
        clusters:
          - {name: kind-kind, cluster: {server: "https://127.0.0.1:34567", certificate-authority: pki/ca.crt}}
        users:
          - {name: kind-kind, user: {token: secret}}
        """);
    Files.writeString(
        folder.resolve("two"),
        """
        current-context: dev
        contexts:
          - name: dev
            context:
              cluster: dev
              user: kind-kind
              extensions: [{name: context_info, extension: {provider: minikube.sigs.k8s.io}}]
          - {name: kind-kind, context: {cluster: other, user: kind-kind}}
        clusters:
          - {name: dev, cluster: {server: "https://192.168.49.2:8443"}}
          - {name: other, cluster: {server: "https://other.example:443"}}
        """);
  }

  @Test
  void ofTwoEntriesOfANameTheFirstFilesCounts() throws IOException {
    var both = read(folder.resolve("one") + File.pathSeparator + folder.resolve("two"));

    assertThat(both.current()).contains("kind-kind");
    assertThat(both.contexts())
        .containsExactly(
            new KubeContext("kind-kind", "https://127.0.0.1:34567", false),
            new KubeContext("dev", "https://192.168.49.2:8443", true));
  }

  @Test
  void oneContextAloneIsAKubeconfigThatCanBeAnywhere() throws IOException {
    var text = read(folder.resolve("one").toString()).only("kind-kind");

    var config = Config.fromKubeconfig(text);
    assertThat(config.getMasterUrl()).isEqualTo("https://127.0.0.1:34567/");
    assertThat(config.getAutoOAuthToken()).isEqualTo("secret");
    assertThat(config.getCaCertFile()).isEqualTo(folder.resolve("pki/ca.crt").toString());
    assertThat(config.getContexts()).hasSize(1);
  }

  @Test
  void aContextWhoseClusterIsMissingIsNone() throws IOException {
    var one = read(folder.resolve("one").toString());

    assertThat(one.contexts()).extracting(KubeContext::name).doesNotContain("nowhere");
    assertThatThrownBy(() -> one.only("nowhere"))
        .hasMessageContaining("no gone among its clusters");
  }

  @Test
  void aFileThatIsNotThereIsAsGoodAsEmpty() throws IOException {
    assertThat(read(folder.resolve("three").toString()).contexts()).isEmpty();
  }

  private static Kubeconfigs read(String variable) throws IOException {
    return Kubeconfigs.of(Map.of("KUBECONFIG", variable));
  }
}
