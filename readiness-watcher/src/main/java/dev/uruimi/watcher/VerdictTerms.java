package dev.uruimi.watcher;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The policy by which the API server refuses verdicts of a leader that was replaced: a request that
 * was on its way while its sender was paused can be stopped nowhere else.
 */
final class VerdictTerms {

  private VerdictTerms() {}

  /** Makes sure that the policy is there, and is this version's. */
  static void ensure(KubernetesClient client, String namespace) {
    var file = read().replace("NAMESPACE", namespace).getBytes(StandardCharsets.UTF_8);
    client
        .load(new ByteArrayInputStream(file))
        .items()
        .forEach(
            object ->
                client
                    .resource(object)
                    .fieldManager("readiness-watcher")
                    .forceConflicts()
                    .serverSideApply());
  }

  private static String read() {
    try (var file = VerdictTerms.class.getResourceAsStream("/verdict-terms.yaml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
