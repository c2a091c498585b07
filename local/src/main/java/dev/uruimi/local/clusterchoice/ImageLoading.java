package dev.uruimi.local.clusterchoice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The command that brings an archive of images to the nodes of a cluster. */
final class ImageLoading {

  private ImageLoading() {}

  /**
   * @param context whose name says which cluster of the tool it is
   * @param installed whether a program is on the PATH
   * @return program and arguments; empty: images come from a registry only
   */
  static Optional<List<String>> command(
      Distribution distribution, String context, Path archive, Predicate<String> installed) {
    var file = archive.toString();
    var command =
        switch (distribution) {
          case KIND ->
              List.of("kind", "load", "image-archive", file, "--name", without("kind-", context));
          case K3D ->
              List.of("k3d", "image", "import", file, "--cluster", without("k3d-", context));
          case MINIKUBE -> List.of("minikube", "--profile", context, "image", "load", file);
          case K3S -> List.of("k3s", "ctr", "--namespace", "k8s.io", "images", "import", file);
          // its Kubernetes uses Docker's own images
          case DOCKER_DESKTOP -> List.of("docker", "load", "--input", file);
          // by containerd or by Docker, as it was set up: only one of the two programs works then
          case RANCHER_DESKTOP ->
              installed.test("nerdctl")
                  ? List.of("nerdctl", "--namespace", "k8s.io", "load", "--input", file)
                  : List.of("docker", "load", "--input", file);
          case OTHER -> List.<String>of();
        };
    return Optional.of(command).filter(it -> !it.isEmpty() && installed.test(it.getFirst()));
  }

  private static String without(String prefix, String context) {
    return context.startsWith(prefix) ? context.substring(prefix.length()) : context;
  }
}
