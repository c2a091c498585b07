package dev.uruimi.local.clusterchoice;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Traefik in a cluster that has no ingress controller.
 *
 * @param image from where its nodes can pull it
 * @param nodePort where every node answers for the shops, 30000 to 32767
 */
record TraefikInstallation(String image, int nodePort) {

  static final String NAMESPACE = "uruimi-ingress";
  private static final String NAME = "traefik";
  private static final String IMAGE = "docker.io/library/traefik:v3.7.15";
  private static final int NODE_PORT = 30080;

  /** As {@code $URUIMI_TRAEFIK_IMAGE} and {@code $URUIMI_INGRESS_NODE_PORT} say, or the usual. */
  static TraefikInstallation of(Map<String, String> environment) {
    var port = environment.getOrDefault("URUIMI_INGRESS_NODE_PORT", String.valueOf(NODE_PORT));
    return new TraefikInstallation(
        environment.getOrDefault("URUIMI_TRAEFIK_IMAGE", IMAGE), Integer.parseInt(port));
  }

  /** Applies it and waits until it answers its readiness probe. */
  void install(KubernetesClient client, Map<String, String> labels) throws IOException {
    for (var object : client.load(stream(manifests(labels))).items()) {
      client.resource(object).forceConflicts().fieldManager("uruimi").serverSideApply();
    }
    client
        .apps()
        .deployments()
        .inNamespace(NAMESPACE)
        .withName(NAME)
        .waitUntilReady(2, TimeUnit.MINUTES);
  }

  String manifests(Map<String, String> labels) throws IOException {
    var flow =
        labels.entrySet().stream()
            .map(label -> label.getKey() + ": \"" + label.getValue() + "\"")
            .sorted()
            .collect(Collectors.joining(", "));
    return resource()
        .replace("${labels}", flow)
        .replace("${image}", image)
        .replace("${nodePort}", String.valueOf(nodePort));
  }

  private static String resource() throws IOException {
    try (var file = TraefikInstallation.class.getResourceAsStream("/clusters/traefik.yaml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
