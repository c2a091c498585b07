package dev.uruimi.helm;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program that is killed while Helm works for it: kind, command, kubeconfig, namespace. */
final class HelmParent {

  private HelmParent() {}

  public static void main(String[] arguments) {
    var kubeconfig = Path.of(arguments[2]);
    var config = Config.fromKubeconfig(kubeconfig.toFile());
    var settings =
        new HelmSettings(
            1, Duration.ofMinutes(5), kubeconfig, HelmKind.valueOf(arguments[0]), arguments[1]);
    try (var client = new KubernetesClientBuilder().withConfig(config).build();
        var helm = Helm.started(settings, client)) {
      helm.install(
          new Installation(
              arguments[3],
              "tiny",
              Path.of("src/test/charts/tiny"),
              List.of(),
              Map.of("hook", "pre-install"),
              ""));
    }
  }
}
