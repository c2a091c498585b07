package dev.uruimi.local.clusterchoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines as the tools' documentation has them. */
class ImageLoadingTest {

  private static final Path ARCHIVE = Path.of("/cache/medusa.tar");

  @ParameterizedTest
  @CsvSource({
    "KIND, kind-dev, kind load image-archive /cache/medusa.tar --name dev",
    "K3D, k3d-dev, k3d image import /cache/medusa.tar --cluster dev",
    "MINIKUBE, shops, minikube --profile shops image load /cache/medusa.tar",
    "K3S, default, k3s ctr --namespace k8s.io images import /cache/medusa.tar",
    "DOCKER_DESKTOP, docker-desktop, docker load --input /cache/medusa.tar",
    "RANCHER_DESKTOP, rancher-desktop, nerdctl --namespace k8s.io load --input /cache/medusa.tar",
  })
  void everyLocalClusterHasItsWay(Distribution distribution, String context, String line) {
    assertThat(ImageLoading.command(distribution, context, ARCHIVE, program -> true))
        .contains(List.of(line.split(" ")));
  }

  @Test
  void rancherDesktopWithoutContainerdHasDockersImages() {
    assertThat(
            ImageLoading.command(
                Distribution.RANCHER_DESKTOP, "rancher-desktop", ARCHIVE, "docker"::equals))
        .contains(List.of("docker", "load", "--input", "/cache/medusa.tar"));
  }

  @Test
  void aClusterOfAKindUnknownHereMustPull() {
    assertThat(ImageLoading.command(Distribution.OTHER, "prod", ARCHIVE, program -> true))
        .isEmpty();
  }

  @Test
  void withoutTheToolNothingCanBeLoaded() {
    assertThat(ImageLoading.command(Distribution.KIND, "kind-dev", ARCHIVE, program -> false))
        .isEmpty();
  }
}
