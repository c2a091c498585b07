package dev.uruimi.charts;

import dev.uruimi.charts.flows.Party;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pods that a chart's manifests make, as parties of connections. */
final class StoreParties {

  private StoreParties() {}

  /** The pods by component: shop, database, test; store-api, kafka. */
  static Map<String, Party> parties(
      List<? extends HasMetadata> objects, String namespace, String network, String node) {
    var parties = new HashMap<String, Party>();
    var number = 10;
    for (var object : objects) {
      switch (object) {
        case Deployment deployment -> {
          var template = deployment.getSpec().getTemplate();
          var pod =
              pod(template.getMetadata(), template.getSpec(), namespace, network + number++, node);
          parties.put(component(pod), pod);
        }
        case StatefulSet set -> {
          var template = set.getSpec().getTemplate();
          var pod =
              pod(template.getMetadata(), template.getSpec(), namespace, network + number++, node);
          parties.put(component(pod), pod);
        }
        case Pod test -> {
          var pod = pod(test.getMetadata(), test.getSpec(), namespace, network + number++, node);
          parties.put(component(pod), pod);
        }
        default -> {}
      }
    }
    return parties;
  }

  private static Party.Pod pod(
      ObjectMeta meta, PodSpec spec, String namespace, String address, String node) {
    return new Party.Pod(
        namespace,
        Map.of("kubernetes.io/metadata.name", namespace),
        meta.getLabels(),
        address,
        node,
        spec.getContainers().stream()
            .flatMap(container -> container.getPorts().stream())
            .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort)));
  }

  private static String component(Party.Pod pod) {
    return pod.labels().get("app.kubernetes.io/component");
  }
}
