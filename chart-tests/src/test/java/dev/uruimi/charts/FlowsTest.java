package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.charts.flows.Party;
import dev.uruimi.charts.flows.PolicyEvaluator;
import dev.uruimi.provisioner.cluster.StorePolicies;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
            chart ->
                Stream.of(Topology.embedded(), Topology.k3s())
                    .map(topology -> Arguments.of(chart, topology)));
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
        mistake(
            "names are not allowed", true, "shop -> names", p -> PolicyEdits.removeRules(p, 53)),
        mistake(
            "the ingress is shut out",
            true,
            "ingress -> shop",
            p ->
                p.stream()
                    .filter(one -> !PolicyEdits.is(one, "uruimi-customers", "shop"))
                    .toList()),
        mistake(
            "the database is open to all",
            true,
            "database",
            p -> PolicyEdits.with(p, "podSelector: {}, ingress: [{}]")),
        mistake(
            "the shop may go anywhere",
            true,
            "shop -> metadata",
            p -> PolicyEdits.with(p, "podSelector: {}, policyTypes: [Egress], egress: [{}]")),
        mistake(
            "private addresses count as internet",
            true,
            "shop -> apiService",
            p -> PolicyEdits.edited(p, "except", "unexcepted")),
        mistake(
            "stores may talk to each other",
            true,
            "otherShop -> shop",
            p ->
                PolicyEdits.with(
                    p,
                    "podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector:"
                        + " {}}]}]")),
        mistake(
            "the chart's labels and policies differ",
            false,
            "stranger -> database",
            p -> p.stream().map(PolicyEdits::relabelled).toList()),
        mistake(
            "no policy protects the database",
            false,
            "-> database",
            p -> p.stream().filter(one -> !PolicyEdits.is(one, "database")).toList()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeShowsInTheTable(
      String name, boolean provisioned, String flow, UnaryOperator<List<NetworkPolicy>> mistake) {
    for (var chart : Chart.values()) {
      assertThat(violations(chart, Topology.k3s(), mistake, provisioned))
          .as("%s: %s", chart, name)
          .anyMatch(violation -> violation.contains(flow));
    }
  }

  @Test
  void anIngressControllerIsLetInByNamespaceOrByAddress() {
    for (var chart : Chart.values()) {
      var rendered = Variant.named(chart, "narrow-policies").render();
      var policies =
          new PolicyEvaluator(PolicyEdits.in(Chart.RELEASE, rendered.of(NetworkPolicy.class)));
      var shop =
          StoreParties.parties(rendered.objects(), Chart.RELEASE, "10.42.1.", "192.168.1.11")
              .get("shop");
      for (var port : ports(shop)) {
        assertThat(policies.allows(Topology.k3s().ingress(), shop, port, "TCP"))
            .as("namespace")
            .isTrue();
        assertThat(policies.allows(Topology.embedded().ingress(), shop, port, "TCP"))
            .as("address")
            .isTrue();
        assertThat(policies.allows(Topology.k3s().others().get("stranger"), shop, port, "TCP"))
            .isFalse();
        assertThat(policies.allows(Topology.k3s().others().get("lan"), shop, port, "TCP"))
            .isFalse();
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
      StoreParties.parties(objects, store.namespace(), network, topology.node())
          .forEach(
              (name, pod) -> parties.put(prefix.isEmpty() ? name : prefix + capital(name), pod));
      policies.addAll(PolicyEdits.in(store.namespace(), store.render().of(NetworkPolicy.class)));
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

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static Arguments mistake(
      String name, boolean provisioned, String flow, UnaryOperator<List<NetworkPolicy>> mistake) {
    return Arguments.of(name, provisioned, flow, mistake);
  }
}
