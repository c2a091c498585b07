package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.charts.flows.Party;
import dev.uruimi.charts.flows.PolicyEvaluator;
import dev.uruimi.provisioner.cluster.StorePolicies;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who must reach whom and who must not, in each place a shop runs. The embedded cluster does not
 * enforce policies, k3s and clouds do: here the rendered policies are evaluated.
 */
class FlowsTest {

  /** A line of the table: from, to and port, over TCP unless it says UDP. */
  private record Flow(String from, String to, int port, String protocol) {

    static Flow of(String line) {
      var words = line.strip().split("\\s+");
      return new Flow(
          words[0], words[1], Integer.parseInt(words[2]), words.length > 3 ? words[3] : "TCP");
    }

    @Override
    public String toString() {
      return "%s -> %s %s/%d".formatted(from, to, protocol, port);
    }
  }

  /**
   * Where a shop runs.
   *
   * @param names where the cluster's name server is
   * @param ingress where its ingress controller is
   */
  private record Topology(
      String name, Party names, Party ingress, String node, Map<String, Party> others) {}

  private static final String REQUIRED =
      """
      shop        names        53  UDP
      shop        names        53  TCP
      test        names        53  UDP
      shop        database     DATABASE
      ingress     shop         SHOP
      test        shop         SHOP
      node        shop         SHOP
      node        database     DATABASE
      """;

  /** What only the provisioner's policies or {@code networkPolicy.internet} open. */
  private static final String PAYMENTS = "shop internet 443\n";

  private static final String FORBIDDEN =
      """
      otherShop     database      DATABASE
      shop          otherDatabase DATABASE
      shop          otherShop     SHOP
      otherShop     shop          SHOP
      otherDatabase database      DATABASE
      ingress       database      DATABASE
      otherNode     database      DATABASE
      lan           database      DATABASE
      internet      database      DATABASE
      stranger      database      DATABASE
      shop          apiService    443
      shop          apiServer     6443
      shop          kubelet       10250
      shop          metadata      80
      shop          metadata      443
      shop          lan           443
      shop          lan           5432
      shop          stranger      443
      shop          internet      25
      shop          internet      80
      database      apiService    443
      database      apiServer     6443
      database      metadata      80
      test          apiService    443
      test          metadata      80
      """;

  static Stream<Arguments> places() {
    return Stream.of(Chart.values())
        .flatMap(
            chart -> Stream.of(embedded(), k3s()).map(topology -> Arguments.of(chart, topology)));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("places")
  void aProvisionedStoreTalksToWhomItMustAndToNobodyElse(Chart chart, Topology topology) {
    assertThat(violations(chart, topology, UnaryOperator.identity(), true)).isEmpty();
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("places")
  void theChartsPoliciesAloneKeepStrangersFromTheDatabase(Chart chart, Topology topology) {
    assertThat(violations(chart, topology, UnaryOperator.identity(), false)).isEmpty();
  }

  /** Each of these breaks something: the table must say so. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("names are not allowed", true, "shop -> names", p -> removeRules(p, 53)),
        mistake(
            "the ingress is shut out",
            true,
            "ingress -> shop",
            p -> p.stream().filter(one -> !is(one, "uruimi-customers", "shop")).toList()),
        mistake(
            "the database is open to all",
            true,
            "database",
            p -> with(p, "podSelector: {}, ingress: [{}]")),
        mistake(
            "the shop may go anywhere",
            true,
            "shop -> metadata",
            p -> with(p, "podSelector: {}, policyTypes: [Egress], egress: [{}]")),
        mistake(
            "private addresses count as internet",
            true,
            "shop -> apiService",
            p -> edited(p, "except", "unexcepted")),
        mistake(
            "stores may talk to each other",
            true,
            "otherShop -> shop",
            p ->
                with(
                    p,
                    "podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {}}]}]")),
        mistake(
            "the chart's labels and policies differ",
            false,
            "stranger -> database",
            p -> p.stream().map(FlowsTest::relabelled).toList()),
        mistake(
            "no policy protects the database",
            false,
            "-> database",
            p -> p.stream().filter(one -> !is(one, "database")).toList()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeShowsInTheTable(
      String name, boolean provisioned, String flow, UnaryOperator<List<NetworkPolicy>> mistake) {
    for (var chart : Chart.values()) {
      assertThat(violations(chart, k3s(), mistake, provisioned))
          .as("%s: %s", chart, name)
          .anyMatch(violation -> violation.contains(flow));
    }
  }

  @Test
  void anIngressControllerIsLetInByNamespaceOrByAddress() {
    for (var chart : Chart.values()) {
      var rendered = Variant.named(chart, "narrow-policies").render();
      var policies = new PolicyEvaluator(in(Chart.RELEASE, rendered.of(NetworkPolicy.class)));
      var shop =
          parties(chart, rendered.objects(), Chart.RELEASE, "10.42.1.", "192.168.1.11").get("shop");
      for (var port : ports(shop)) {
        assertThat(policies.allows(k3s().ingress(), shop, port, "TCP")).as("namespace").isTrue();
        assertThat(policies.allows(embedded().ingress(), shop, port, "TCP")).as("address").isTrue();
        assertThat(policies.allows(k3s().others().get("stranger"), shop, port, "TCP")).isFalse();
        assertThat(policies.allows(k3s().others().get("lan"), shop, port, "TCP")).isFalse();
      }
    }
  }

  /**
   * What the table says and the policies do not.
   *
   * @param provisioned with the provisioner's policies for the namespace, which forbid what they do
   *     not allow; the chart's own leave the rest of the namespace alone
   */
  private static List<String> violations(
      Chart chart,
      Topology topology,
      UnaryOperator<List<NetworkPolicy>> mistake,
      boolean provisioned) {
    var parties = new HashMap<>(topology.others());
    parties.put("names", topology.names());
    parties.put("ingress", topology.ingress());
    parties.put("node", new Party.Address(topology.node()));
    var policies = new ArrayList<NetworkPolicy>();
    for (var prefix : List.of("", "other")) {
      var store = StoreUnderTest.of(chart, prefix.isEmpty() ? "aaaaaaaaaa" : "bbbbbbbbbb", "small");
      var objects = new ArrayList<>(store.render().objects());
      objects.addAll(store.renderTests().objects());
      var network = prefix.isEmpty() ? "10.42.1." : "10.42.2.";
      parties(chart, objects, store.namespace(), network, topology.node())
          .forEach(
              (name, pod) -> parties.put(prefix.isEmpty() ? name : prefix + capital(name), pod));
      policies.addAll(in(store.namespace(), store.render().of(NetworkPolicy.class)));
      if (provisioned) {
        policies.addAll(StorePolicies.of(store.blueprint()));
      }
    }
    var evaluator = new PolicyEvaluator(mistake.apply(policies));
    var wrong = new ArrayList<String>();
    flows(chart, parties, provisioned ? REQUIRED + PAYMENTS : REQUIRED)
        .filter(flow -> !allows(evaluator, parties, flow))
        .forEach(flow -> wrong.add("refused: " + flow));
    flows(chart, parties, FORBIDDEN)
        .filter(flow -> provisioned || chartAloneForbids(flow))
        .filter(flow -> !isOnTheNode(topology, parties.get(flow.from())))
        .filter(flow -> allows(evaluator, parties, flow))
        .forEach(flow -> wrong.add("allowed: " + flow));
    return wrong;
  }

  /** No policy keeps a node from its own pods. */
  private static boolean isOnTheNode(Topology topology, Party from) {
    return from.address().equals(topology.node());
  }

  /** Both charts may let the shop call 443 outside; who comes to the shop they leave to values. */
  private static boolean chartAloneForbids(Flow flow) {
    return !flow.to().equals("shop") && !flow.to().equals("otherShop")
        || flow.from().equals("shop")
        || flow.from().equals("otherShop");
  }

  private static boolean allows(PolicyEvaluator policies, Map<String, Party> parties, Flow flow) {
    return policies.allows(
        party(parties, flow.from()), party(parties, flow.to()), flow.port(), flow.protocol());
  }

  private static Party party(Map<String, Party> parties, String name) {
    if (!parties.containsKey(name)) {
      throw new IllegalArgumentException(name + " is none of " + parties.keySet());
    }
    return parties.get(name);
  }

  /** SHOP and DATABASE stand for every port their pods really open. */
  private static Stream<Flow> flows(Chart chart, Map<String, Party> parties, String table) {
    return table
        .lines()
        .flatMap(
            line -> {
              if (line.contains("SHOP")) {
                return ports(parties.get("shop")).stream().map(p -> line.replace("SHOP", "" + p));
              }
              return line.contains("DATABASE")
                  ? ports(parties.get("database")).stream()
                      .map(p -> line.replace("DATABASE", "" + p))
                  : Stream.of(line);
            })
        .map(Flow::of);
  }

  private static List<Integer> ports(Party party) {
    var ports = ((Party.Pod) party).ports().values().stream().sorted().toList();
    assertThat(ports).isNotEmpty();
    return ports;
  }

  /** The pods of a store by component: shop, database, test. */
  private static Map<String, Party> parties(
      Chart chart,
      List<? extends io.fabric8.kubernetes.api.model.HasMetadata> objects,
      String namespace,
      String network,
      String node) {
    var parties = new HashMap<String, Party>();
    var number = 10;
    for (var object : objects) {
      switch (object) {
        case io.fabric8.kubernetes.api.model.apps.Deployment deployment -> {
          var template = deployment.getSpec().getTemplate();
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

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** Traefik, the name server and the API server are processes of the one node. */
  private static Topology embedded() {
    var node = "10.244.0.1";
    return new Topology(
        "the embedded cluster",
        new Party.Address(node),
        new Party.Address(node),
        "10.244.0.1",
        others("10.244.0.99", "10.96.0.1", node, node));
  }

  /** Traefik and CoreDNS are pods of kube-system on another node. */
  private static Topology k3s() {
    return new Topology(
        "k3s",
        system("kube-dns", Map.of("k8s-app", "kube-dns"), "10.42.0.2"),
        system("traefik", Map.of("app.kubernetes.io/name", "traefik"), "10.42.0.3"),
        "192.168.1.11",
        others("192.168.1.10", "10.43.0.1", "192.168.1.10", "192.168.1.11"));
  }

  private static Map<String, Party> others(
      String otherNode, String apiService, String apiServer, String kubelet) {
    return Map.of(
        "otherNode", new Party.Address(otherNode),
        "apiService", new Party.Address(apiService),
        "apiServer", new Party.Address(apiServer),
        "kubelet", new Party.Address(kubelet),
        "metadata", new Party.Address("169.254.169.254"),
        "lan", new Party.Address("192.168.7.7"),
        "internet", new Party.Address("203.0.113.7"),
        "stranger",
            new Party.Pod(
                "monitoring",
                Map.of("kubernetes.io/metadata.name", "monitoring"),
                Map.of("app", "prometheus"),
                "10.42.9.9",
                "192.168.1.12",
                Map.of("http", 443)));
  }

  private static Party system(String name, Map<String, String> labels, String address) {
    return new Party.Pod(
        "kube-system",
        Map.of("kubernetes.io/metadata.name", "kube-system"),
        labels,
        address,
        "192.168.1.10",
        Map.of(name, 53));
  }

  private static List<NetworkPolicy> in(String namespace, List<NetworkPolicy> policies) {
    return policies.stream()
        .map(
            policy ->
                new NetworkPolicyBuilder(policy)
                    .editMetadata()
                    .withNamespace(namespace)
                    .endMetadata()
                    .build())
        .toList();
  }

  private static Arguments mistake(
      String name, boolean provisioned, String flow, UnaryOperator<List<NetworkPolicy>> mistake) {
    return Arguments.of(name, provisioned, flow, mistake);
  }

  private static boolean is(NetworkPolicy policy, String... names) {
    return List.of(names).contains(policy.getMetadata().getName());
  }

  /** One more policy in every namespace that has some. */
  private static List<NetworkPolicy> with(List<NetworkPolicy> policies, String spec) {
    var more =
        policies.stream()
            .map(policy -> policy.getMetadata().getNamespace())
            .distinct()
            .map(
                namespace ->
                    Serialization.<NetworkPolicy>unmarshal(
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: mistake, namespace: %s}
                        spec: {%s}
                        """
                            .formatted(namespace, spec),
                        NetworkPolicy.class));
    return Stream.concat(policies.stream(), more).toList();
  }

  private static List<NetworkPolicy> edited(List<NetworkPolicy> policies, String from, String to) {
    return policies.stream()
        .map(
            policy ->
                Serialization.unmarshal(
                    Serialization.asJson(policy).replace(from, to), NetworkPolicy.class))
        .toList();
  }

  private static NetworkPolicy relabelled(NetworkPolicy policy) {
    return Serialization.unmarshal(
        Serialization.asJson(policy)
            .replace("app.kubernetes.io/component", "app.kubernetes.io/role"),
        NetworkPolicy.class);
  }

  private static List<NetworkPolicy> removeRules(List<NetworkPolicy> policies, int port) {
    return policies.stream()
        .map(
            policy ->
                new NetworkPolicyBuilder(policy)
                    .editSpec()
                    .withEgress(
                        policy.getSpec().getEgress().stream()
                            .filter(
                                rule ->
                                    rule.getPorts().stream()
                                        .noneMatch(
                                            p ->
                                                Integer.valueOf(port)
                                                    .equals(p.getPort().getIntVal())))
                            .toList())
                    .endSpec()
                    .build())
        .toList();
  }
}
