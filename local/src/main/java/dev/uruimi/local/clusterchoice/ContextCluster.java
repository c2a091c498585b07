package dev.uruimi.local.clusterchoice;

import dev.uruimi.local.cluster.ProgramSearch;
import dev.uruimi.local.cluster.TargetCluster;
import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Requirement;
import dev.uruimi.local.process.Step;
import dev.uruimi.local.process.UruimiHome;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster that somebody else made. Its kubeconfig, with the one context, is in the state folder.
 *
 * @param ports how the ingress is found
 */
public record ContextCluster(
    UruimiHome home, String context, Distribution distribution, IngressFinding ports)
    implements TargetCluster {

  private static final String DEFINITION =
      "common-worker/src/main/resources/storerecords.uruimi.dev.yaml";
  private static final String KWOK = "kwok.x-k8s.io/node";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** One that is there already; settings of the ingress are taken from the environment. */
  public static ContextCluster of(
      UruimiHome home, ClusterChoice.Context choice, Map<String, String> environment) {
    return new ContextCluster(
        home, choice.name(), choice.distribution(), IngressFinding.of(environment));
  }

  @Override
  public List<Requirement> needs() {
    return List.of(
        new Requirement(
            "setsid",
            "lets the supervisor outlive the terminal",
            "util-linux",
            "install setsid",
            () -> ProgramSearch.find("setsid").isPresent()));
  }

  @Override
  public List<BuildTask> buildTasks() {
    return List.of();
  }

  @Override
  public void connect(Progress said) throws Exception {
    try (var client = client()) {
      sameClusterAsBefore(client);
      var footprint = footprint(client);
      footprint.ensure();
      rememberSimulated(client);
      var before = IngressAddress.found(home);
      var ingress = ports.find(client, footprint, before.orElse(null), said);
      ingress.write(home);
      said.line(
          "The shops' way in: %s, ingress class %s.".formatted(ingress.uri(), ingress.className()));
      if (!ingress.onThisMachine()) {
        said.line("Names below localhost do not lead there: set STORE_DOMAIN (docs/clusters.md).");
      }
    } catch (KubernetesClientException e) {
      throw new IOException(
          "the cluster of context " + context + " does not do it: " + e.getMessage(), e);
    }
    if (loading(Path.of("archive")).isEmpty()) {
      said.line("Images are not brought to this cluster: it must pull them (docs/clusters.md).");
    }
  }

  @Override
  public List<Part> parts(int ingressPort, List<String> volumeCommand) {
    return List.of(
        Step.of(OBJECTS, List.of(), this::answers),
        Step.of(READY, List.of(OBJECTS), this::canRunPods));
  }

  @Override
  public Optional<Part> image(String name) {
    return loading(Path.of("archive"))
        .map(any -> new LoadedImages(home, name, this::loading, this::identity).step());
  }

  @Override
  public void forget(Progress said) throws IOException {
    try (var client = client()) {
      var removed = footprint(client).remove();
      if (!removed.isEmpty()) {
        said.line("Removed from " + context + ": " + String.join(", ", removed) + ".");
      }
    } catch (KubernetesClientException e) {
      throw new IOException(
          "what Uruimi left in the cluster of context %s is still there: %s. Once it answers, run this again; else delete %s."
              .formatted(context, e.getMessage(), home.state()),
          e);
    }
  }

  private Footprint footprint(KubernetesClient client) {
    return new Footprint(client, home.id(), home.repository().resolve(DEFINITION));
  }

  private Optional<List<String>> loading(Path archive) {
    return ImageLoading.command(
        distribution, context, archive, name -> ProgramSearch.find(name).isPresent());
  }

  private void answers(Progress progress) {
    try (var client = client()) {
      progress.line("Kubernetes " + client.getKubernetesVersion().getGitVersion());
    }
  }

  private void canRunPods(Progress progress) throws IOException {
    progress.line("waiting for a node");
    try (var client = client()) {
      if (client.nodes().list().getItems().stream().noneMatch(ContextCluster::ready)) {
        throw new IOException("no node of the cluster is ready");
      }
    }
  }

  private static boolean ready(Node node) {
    return node.getStatus().getConditions().stream()
        .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
  }

  /** A name may come to mean another cluster: stores would be lost, and others' be touched. */
  private void sameClusterAsBefore(KubernetesClient client) throws IOException {
    var file = home.state().resolve("cluster-id");
    var id = identity(client);
    if (!Files.exists(file)) {
      Files.createDirectories(home.state());
      Files.writeString(file, id);
    } else if (!Files.readString(file).equals(id)) {
      throw new IOException(
          "the context %s leads to another cluster than when this installation was made; `down --purge` forgets that"
              .formatted(context));
    }
  }

  /** Whether, at the last start, nodes of the cluster in use only pretended to run pods. */
  public static boolean simulated(UruimiHome home) {
    return Files.exists(simulatedFile(home));
  }

  private void rememberSimulated(KubernetesClient client) throws IOException {
    if (client.nodes().list().getItems().stream().anyMatch(ContextCluster::pretends)) {
      Files.writeString(simulatedFile(home), "");
    } else {
      Files.deleteIfExists(simulatedFile(home));
    }
  }

  private static Path simulatedFile(UruimiHome home) {
    return home.state().resolve("simulated-nodes-found");
  }

  private static boolean pretends(Node node) {
    var annotations = node.getMetadata().getAnnotations();
    return annotations != null && annotations.containsKey(KWOK);
  }

  private String identity() {
    try (var client = client()) {
      return identity(client);
    }
  }

  private static String identity(KubernetesClient client) {
    var system = client.namespaces().withName("kube-system").get();
    return system == null ? "" : system.getMetadata().getUid();
  }

  private KubernetesClient client() {
    var config =
        new ConfigBuilder(Config.fromKubeconfig(home.kubeconfig().toFile()))
            .withConnectionTimeout((int) PATIENCE.toMillis())
            .withRequestTimeout((int) PATIENCE.toMillis())
            .withRequestRetryBackoffLimit(1)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
