package dev.uruimi.local.clusterchoice;

import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for an ingress class in a cluster, and for where its controller answers this machine. */
record IngressSearch(KubernetesClient client) {

  private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Controllers whose Service and pods can be told by their usual label. */
  private enum Known {
    TRAEFIK("traefik.io/ingress-controller", "traefik"),
    NGINX("k8s.io/ingress-nginx", "ingress-nginx");

    private final String controller;
    private final String name;

    Known(String controller, String name) {
      this.controller = controller;
      this.name = name;
    }
  }

  /**
   * The class of that name; without a name the default class, else one of a controller known here,
   * else any.
   */
  Optional<IngressClass> ingressClass(@Nullable String wanted) {
    return client.network().v1().ingressClasses().list().getItems().stream()
        .filter(it -> wanted == null || name(it).equals(wanted))
        .min(Comparator.comparing(IngressSearch::rank).thenComparing(IngressSearch::name));
  }

  /** {@code host:port} that may be the controller's. */
  List<String> candidates(IngressClass ingressClass) {
    var known = known(ingressClass);
    if (known.isEmpty()) {
      return List.of();
    }
    var name = known.get().name;
    var label = "app.kubernetes.io/name";
    return IngressCandidates.of(
        client.services().inAnyNamespace().withLabel(label, name).list().getItems(),
        client.pods().inAnyNamespace().withLabel(label, name).list().getItems(),
        client.nodes().list().getItems());
  }

  /** Whether an HTTP server answers there; which answer does not matter. */
  static boolean answers(String hostAndPort) throws InterruptedException {
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://" + hostAndPort + "/")).timeout(PATIENCE);
      http.send(request.build(), BodyHandlers.discarding());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int rank(IngressClass ingressClass) {
    var annotations = ingressClass.getMetadata().getAnnotations();
    if (annotations != null && "true".equals(annotations.get(DEFAULT))) {
      return 0;
    }
    return known(ingressClass).isPresent() ? 1 : 2;
  }

  private static String name(IngressClass ingressClass) {
    return ingressClass.getMetadata().getName();
  }

  private static Optional<Known> known(IngressClass ingressClass) {
    for (var known : Known.values()) {
      if (known.controller.equals(ingressClass.getSpec().getController())) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
