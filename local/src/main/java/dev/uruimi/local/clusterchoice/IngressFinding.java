package dev.uruimi.local.clusterchoice;

import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Waiter;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ingress of a cluster, or installs Traefik where there is no ingress class.
 *
 * @param address {@code host:port} where it answers; null: to be found out
 * @param className of the class; null: to be found out
 * @param traefik what is installed where there is no class
 */
public record IngressFinding(
    @Nullable String address, @Nullable String className, TraefikInstallation traefik) {

  private static final int TRIES = 6;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** As {@code $URUIMI_INGRESS} ({@code host:port}) and {@code $URUIMI_INGRESS_CLASS} say. */
  public static IngressFinding of(Map<String, String> environment) {
    return new IngressFinding(
        environment.get("URUIMI_INGRESS"),
        environment.get("URUIMI_INGRESS_CLASS"),
        TraefikInstallation.of(environment));
  }

  /** With an address that is known beforehand. */
  IngressFinding at(String address) {
    return new IngressFinding(address, className, traefik);
  }

  /**
   * @param before the one that was found at an earlier start: kept while it answers
   */
  IngressAddress find(
      KubernetesClient client, Footprint footprint, @Nullable IngressAddress before, Progress said)
      throws IOException, InterruptedException {
    var search = new IngressSearch(client);
    if (before != null && isStill(before, search)) {
      return before;
    }
    if (search.ingressClass(className).isEmpty() && className == null) {
      said.line("The cluster has no ingress controller; installing Traefik.");
      traefik.install(client, footprint.labels());
    }
    var found =
        search
            .ingressClass(className)
            .orElseThrow(() -> new IOException("the cluster has no ingress class " + className));
    var name = found.getMetadata().getName();
    if (address != null) {
      return parse(name, address);
    }
    var candidates = search.candidates(found);
    var answering = firstAnswering(candidates);
    return parse(
        name,
        answering.orElseThrow(
            () ->
                new IOException(
                    "the ingress controller of class %s answers this machine nowhere (tried %s): docs/clusters.md tells what to switch on, URUIMI_INGRESS=host:port names where it answers"
                        .formatted(
                            name,
                            candidates.isEmpty() ? "nothing" : String.join(", ", candidates)))));
  }

  private boolean isStill(IngressAddress before, IngressSearch search) throws InterruptedException {
    return address == null
        && (className == null || className.equals(before.className()))
        && search.ingressClass(before.className()).isPresent()
        && IngressSearch.answers(before.host() + ":" + before.port());
  }

  private static Optional<String> firstAnswering(List<String> candidates)
      throws InterruptedException {
    for (int left = candidates.isEmpty() ? 0 : TRIES; left > 0; left--) {
      for (var candidate : candidates) {
        if (IngressSearch.answers(candidate)) {
          return Optional.of(candidate);
        }
      }
      Waiter.REAL.pause(PAUSE);
    }
    return Optional.empty();
  }

  private static IngressAddress parse(String className, String address) throws IOException {
    var colon = address.lastIndexOf(':');
    try {
      return new IngressAddress(
          className,
          colon > 0 ? address.substring(0, colon) : IngressAddress.LOOPBACK,
          Integer.parseInt(address.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new IOException("not host:port: " + address, e);
    }
  }
}
