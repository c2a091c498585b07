package dev.uruimi.local.clusterchoice;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where an ingress controller may answer, the likeliest first: a NodePort on this machine, a load
 * balancer's address, a port of the host, the same on the nodes' own addresses, a tunnel.
 */
final class IngressCandidates {

  private static final int HTTP = 80;

  private IngressCandidates() {}

  /**
   * @param services of the controller
   * @param pods of the controller
   * @param nodes all
   * @return {@code host:port}, each once
   */
  static List<String> of(List<Service> services, List<Pod> pods, List<Node> nodes) {
    var nodePorts = services.stream().flatMap(IngressCandidates::nodePorts).toList();
    var hostPorts = pods.stream().flatMap(IngressCandidates::hostPorts).toList();
    var addresses = nodes.stream().flatMap(IngressCandidates::addresses).toList();
    var found = new LinkedHashSet<String>();
    nodePorts.forEach(port -> found.add(IngressAddress.LOOPBACK + ":" + port));
    services.stream().flatMap(IngressCandidates::balancers).forEach(found::add);
    hostPorts.forEach(port -> found.add(IngressAddress.LOOPBACK + ":" + port));
    for (var address : addresses) {
      hostPorts.forEach(port -> found.add(address + ":" + port));
      nodePorts.forEach(port -> found.add(address + ":" + port));
    }
    services.stream()
        .filter(service -> "LoadBalancer".equals(service.getSpec().getType()))
        .forEach(service -> found.add(IngressAddress.LOOPBACK + ":" + HTTP));
    return new ArrayList<>(found);
  }

  private static Stream<Integer> nodePorts(Service service) {
    return service.getSpec().getPorts().stream()
        .filter(port -> port.getPort() != null && port.getPort() == HTTP)
        .map(port -> port.getNodePort())
        .filter(Objects::nonNull);
  }

  private static Stream<Integer> hostPorts(Pod pod) {
    return pod.getSpec().getContainers().stream()
        .flatMap(container -> container.getPorts().stream())
        .map(port -> port.getHostPort())
        .filter(port -> port != null && port == HTTP);
  }

  private static Stream<String> balancers(Service service) {
    var status = service.getStatus();
    if (status == null || status.getLoadBalancer() == null) {
      return Stream.empty();
    }
    return status.getLoadBalancer().getIngress().stream()
        .map(it -> it.getIp() != null ? it.getIp() : String.valueOf(it.getHostname()))
        .map(host -> host.equals("localhost") ? IngressAddress.LOOPBACK : host)
        .map(host -> host + ":" + HTTP);
  }

  private static Stream<String> addresses(Node node) {
    return node.getStatus().getAddresses().stream()
        .filter(address -> "InternalIP".equals(address.getType()))
        .map(address -> address.getAddress());
  }
}
