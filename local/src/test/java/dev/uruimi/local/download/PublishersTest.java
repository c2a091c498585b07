package dev.uruimi.local.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishersTest {

  private static final Target ARM = new Target("linux", "arm64");

  private final Publishers publishers = new Publishers();

  @ParameterizedTest
  @CsvSource({
    "kubernetes, go, k8s.io/kubernetes v",
    "etcd, etcd, go.etcd.io/etcd/server/v3 v",
    "coredns, go, github.com/coredns/coredns v",
    "helm, helm, helm.sh/helm/v3 v",
  })
  void whatIsDownloadedIsTheVersionThatIsCompiled(String product, String module, String required)
      throws IOException {
    try (var file = getClass().getResourceAsStream("/kubernetes/" + module + "/go.mod")) {
      assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
          .containsPattern(
              "\\Q" + required + publishers.version(product) + "\\E( // indirect)?\\n");
    }
  }

  @Test
  void addressesNameVersionSystemAndProcessor() {
    var kubelet = publishers.artifact("kubernetes", "kubelet", ARM).orElseThrow();

    assertThat(kubelet.url().getPath())
        .isEqualTo("/release/v" + publishers.version("kubernetes") + "/bin/linux/arm64/kubelet");
    assertThat(kubelet.checksum()).hasToString(kubelet.url() + ".sha256");
    assertThat(kubelet.member()).isNull();
  }

  @Test
  void anArchivesMemberIsNamedAlike() {
    var etcd = publishers.artifact("etcd", "etcd", ARM).orElseThrow();

    assertThat(etcd.member() + ".tar.gz")
        .isEqualTo(etcd.fileName().replace(".tar.gz", "/etcd.tar.gz"));
    assertThat(etcd.checksum().getPath()).endsWith("/SHA256SUMS");
  }

  @Test
  void nobodyPublishesAKubeletForMacs() {
    assertThat(publishers.artifact("kubernetes", "kubelet", new Target("darwin", "arm64")))
        .isEmpty();
    assertThat(publishers.artifact("helm", "helm", new Target("darwin", "arm64"))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"'', AUTO", "auto, AUTO", "always, ALWAYS", "never, NEVER"})
  void thePolicyIsASetting(String setting, DownloadPolicy policy) {
    assertThat(DownloadPolicy.of(Map.of("URUIMI_DOWNLOADS", setting))).isEqualTo(policy);
  }
}
