package dev.uruimi.helm;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Helm's storage: one Secret per revision, labelled with owner, name, version and status, its data
 * a gzipped JSON document. The labels alone give the state, so that asking takes one request and no
 * Helm.
 *
 * @see <a href="https://helm.sh/docs/topics/advanced/#storage-backends">Helm: storage backends</a>
 */
final class ReleaseStorage {

  /** How many revisions are kept. */
  static final int HISTORY = 5;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final KubernetesClient client;

  ReleaseStorage(KubernetesClient client) {
    this.client = client;
  }

  ReleaseState newest(String namespace, String release) {
    return revisions(namespace, release).stream()
        .max(Comparator.comparingInt(ReleaseStorage::version))
        .<ReleaseState>map(
            secret ->
                new ReleaseState.Present(status(secret), version(secret), description(secret)))
        .orElseGet(ReleaseState.Absent::new);
  }

  /** Removes the record of a revision that is not finished. */
  void forgetUnfinished(String namespace, String release, int revision) {
    revisions(namespace, release).stream()
        .filter(secret -> version(secret) == revision && !status(secret).finished())
        .forEach(this::delete);
  }

  /** Removes the records of old revisions: they count in the namespace's quota. */
  void keepNewest(String namespace, String release, int count) {
    revisions(namespace, release).stream()
        .sorted(Comparator.comparingInt(ReleaseStorage::version).reversed())
        .skip(count)
        .filter(secret -> status(secret) != ReleaseState.Status.DEPLOYED)
        .forEach(this::delete);
  }

  private List<Secret> revisions(String namespace, String release) {
    return asking(
        () ->
            client
                .secrets()
                .inNamespace(namespace)
                .withLabels(Map.of("owner", "helm", "name", release))
                .list()
                .getItems());
  }

  private void delete(Secret secret) {
    asking(() -> client.resource(secret).delete());
  }

  private static int version(Secret secret) {
    return Integer.parseInt(secret.getMetadata().getLabels().get("version"));
  }

  private static ReleaseState.Status status(Secret secret) {
    return ReleaseState.Status.of(secret.getMetadata().getLabels().get("status"));
  }

  /** Base64 by Kubernetes, base64 by Helm, gzip, JSON. */
  private static String description(Secret secret) {
    var decoder = Base64.getDecoder();
    var zipped = decoder.decode(decoder.decode(secret.getData().get("release")));
    try (var json = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return JSON.readTree(json).path("info").path("description").asString("");
    } catch (IOException e) {
      throw new HelmException(HelmFailure.OTHER, "unreadable release record", e);
    }
  }

  private static <T> T asking(Supplier<T> request) {
    try {
      return request.get();
    } catch (KubernetesClientException e) {
      throw new HelmException(HelmFailure.UNREACHABLE, String.valueOf(e.getMessage()), e);
    }
  }
}
