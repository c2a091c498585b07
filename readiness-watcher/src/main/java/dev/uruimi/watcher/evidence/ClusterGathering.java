package dev.uruimi.watcher.evidence;

import dev.uruimi.events.StoreId;
import dev.uruimi.watcher.cluster.ContainerLogs;
import dev.uruimi.watcher.cluster.Reads;
import dev.uruimi.watcher.evidence.Capture.Cause;
import dev.uruimi.watcher.probe.ProbeAnswer;
import dev.uruimi.watcher.probe.Probes;
import dev.uruimi.watcher.workloads.PodState;
import dev.uruimi.watcher.workloads.PodStates;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers from the API server, the kubelets' logs and the probe that failed. */
final class ClusterGathering implements Gathering {

  private static final Duration LIMIT = Duration.ofSeconds(8);
  private static final long MOST_EVENTS = 500;
  private static final String HELM = "helm.sh/release.v1";
  private static final int LONGEST_MESSAGE = 240;
  private static final int LONGEST_BODY = 500;

  private final KubernetesClient client;
  private final LogReading logs;
  private final Probes probes;
  private final OpenKeys open;
  private final Clock clock;

  ClusterGathering(KubernetesClient client, Probes probes, OpenKeys open, Clock clock) {
    this.client = client;
    this.logs = new LogReading(new ContainerLogs(client));
    this.probes = probes;
    this.open = open;
    this.clock = clock;
  }

  @Override
  public Capture gather(StoreId id, Occasion occasion) {
    var namespace = id.namespace();
    var probe = probes.failed(id);
    try (var reads = Reads.within(LIMIT)) {
      var pods = reads.start(() -> client.pods().inNamespace(namespace).list().getItems());
      var mask = reads.start(() -> mask(namespace));
      var events = reads.start(() -> events(namespace));
      var releases = reads.start(() -> releases(namespace));
      var nodes = reads.start(() -> client.nodes().list().getItems());
      var hidden = mask.get();
      return new Capture(
          occasion.id(id),
          clock.instant(),
          occasion.attempt(),
          occasion.status(),
          new Cause(occasion.reason().code(), occasion.reason().sentence()),
          PodStates.of(pods.get()).stream().map(pod -> masked(pod, hidden)).toList(),
          Surroundings.events(events.get(), hidden),
          logs.of(namespace, pods.get(), hidden),
          probe == null ? null : masked(probe, hidden),
          Surroundings.release(releases.get()),
          Surroundings.nodes(nodes.get(), pods.get()));
    }
  }

  private Mask mask(String namespace) {
    var own = client.secrets().inNamespace(namespace).withoutField("type", HELM).list().getItems();
    return Mask.of(own.stream().flatMap(secret -> values(secret).stream()).toList());
  }

  private Collection<String> values(Secret secret) {
    return secret.getData() == null
        ? List.of()
        : secret.getData().entrySet().stream()
            .filter(entry -> entry.getValue() != null)
            .filter(entry -> !open.contains(secret.getMetadata().getName(), entry.getKey()))
            .map(entry -> Base64.getDecoder().decode(entry.getValue()))
            .map(value -> new String(value, StandardCharsets.UTF_8))
            .toList();
  }

  private List<Event> events(String namespace) {
    var some = new ListOptionsBuilder().withLimit(MOST_EVENTS).build();
    return client.v1().events().inNamespace(namespace).list(some).getItems();
  }

  private List<Secret> releases(String namespace) {
    return client
        .secrets()
        .inNamespace(namespace)
        .withField("type", HELM)
        .withLabel("owner", "helm")
        .withLabel("name", namespace)
        .list()
        .getItems();
  }

  private static PodState masked(PodState pod, Mask mask) {
    return pod.with(message -> mask.hide(message, LONGEST_MESSAGE));
  }

  private static ProbeAnswer masked(ProbeAnswer answer, Mask mask) {
    return new ProbeAnswer(
        answer.at(),
        mask.hide(answer.step(), LONGEST_MESSAGE),
        mask.hide(answer.request(), LONGEST_MESSAGE),
        answer.status(),
        masked(answer.error(), mask),
        masked(answer.body(), mask));
  }

  private static @Nullable String masked(@Nullable String text, Mask mask) {
    return text == null ? null : mask.hide(text, LONGEST_BODY);
  }
}
