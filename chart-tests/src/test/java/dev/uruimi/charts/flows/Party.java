package dev.uruimi.charts.flows;

import java.util.Map;

/** Someone who may open a connection or take one. */
public sealed interface Party {

  String address();

  /**
   * A pod with an address of its own.
   *
   * @param node its node's address
   * @param ports numbers by name, of its containers
   */
  record Pod(
      String namespace,
      Map<String, String> namespaceLabels,
      Map<String, String> labels,
      String address,
      String node,
      Map<String, Integer> ports)
      implements Party {}

  /** Anything else: a node (with all that uses its network), a machine, a service's own address. */
  record Address(String address) implements Party {}
}
