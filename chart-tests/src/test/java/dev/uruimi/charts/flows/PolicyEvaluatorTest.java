package dev.uruimi.charts.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The evaluator itself, rule by rule of the specification. */
class PolicyEvaluatorTest {

  private static final Party NODE = new Party.Address("192.168.0.1");
  private static final Party WEB = pod("a", "web", "10.0.0.1");
  private static final Party DATABASE = pod("a", "database", "10.0.0.2");
  private static final Party STRANGER = pod("b", "web", "10.0.0.3");
  private static final Party MACHINE = new Party.Address("8.8.8.8");

  @Test
  void withoutPoliciesEveryoneTalks() {
    assertThat(new PolicyEvaluator(List.of()).allows(STRANGER, DATABASE, 5432, "TCP")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // who may enter the selected pod: own pods, stranger, machine
        "policyTypes: [Ingress]                                            | false | false | false",
        "ingress: []                                                       | false | false | false",
        "ingress: [{}]                                                     | true  | true  | true",
        "ingress: [{from: [{podSelector: {}}]}]                            | true  | false | false",
        "ingress: [{from: [{namespaceSelector: {}}]}]                      | true  | true  | false",
        "ingress: [{from: [{namespaceSelector: {matchLabels: {name: b}}}]}] | false | true | false",
        "ingress: [{from: [{namespaceSelector: {matchLabels: {name: b}}, podSelector: {matchLabels: {app: database}}}]}] | false | false | false",
        "ingress: [{from: [{podSelector: {matchExpressions: [{key: app, operator: In, values: [web]}]}}]}] | true | false | false",
        "ingress: [{from: [{podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [web]}]}}]}] | false | false | false",
        "ingress: [{from: [{podSelector: {matchExpressions: [{key: tier, operator: DoesNotExist}]}}]}] | true | false | false",
        "ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]                 | true  | true  | true",
        "ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}] | false | false | true",
        "ingress: [{ports: [{port: 5432}]}]                                | true  | true  | true",
        "ingress: [{ports: [{port: 5432, protocol: UDP}]}]                 | false | false | false",
        "ingress: [{ports: [{port: 5000, endPort: 6000}]}]                 | true  | true  | true",
        "ingress: [{ports: [{port: sql}]}]                                 | true  | true  | true",
        "ingress: [{ports: [{port: web}]}]                                 | false | false | false",
        "egress: [{}]                                                      | false | false | false",
        "'egress: [{}], policyTypes: [Egress]'                             | true  | true  | true",
      })
  void whoMayEnter(String spec, boolean own, boolean stranger, boolean machine) {
    var policies =
        new PolicyEvaluator(
            List.of(policy("podSelector: {matchLabels: {app: database}}, " + spec)));

    assertThat(policies.allows(WEB, DATABASE, 5432, "TCP")).isEqualTo(own);
    assertThat(policies.allows(STRANGER, DATABASE, 5432, "TCP")).isEqualTo(stranger);
    assertThat(policies.allows(MACHINE, DATABASE, 5432, "TCP")).isEqualTo(machine);
    assertThat(policies.allows(STRANGER, WEB, 80, "TCP")).as("not selected").isTrue();
    assertThat(policies.allows(NODE, DATABASE, 5432, "TCP")).as("its node").isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // where the selected pod may go: own database, stranger, machine
        "egress: []                                            | false | false | false",
        "egress: [{to: [{podSelector: {}}]}]                   | true  | false | false",
        "egress: [{to: [{ipBlock: {cidr: 8.8.8.0/24}}]}]       | false | false | true",
        "egress: [{to: [{ipBlock: {cidr: 8.8.8.8/32}}], ports: [{port: 443}]}] | false | false | false",
        "egress: [{}]                                          | true  | true  | true",
      })
  void whereItMayGo(String spec, boolean own, boolean stranger, boolean machine) {
    var policies =
        new PolicyEvaluator(
            List.of(
                policy("podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], " + spec)));

    assertThat(policies.allows(WEB, DATABASE, 5432, "TCP")).isEqualTo(own);
    assertThat(policies.allows(WEB, STRANGER, 80, "TCP")).isEqualTo(stranger);
    assertThat(policies.allows(WEB, MACHINE, 80, "TCP")).isEqualTo(machine);
    assertThat(policies.allows(STRANGER, WEB, 80, "TCP")).as("the way in is free").isTrue();
  }

  @Test
  void bothEndsMustAgreeAndPoliciesAddUp() {
    var out = policy("podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{}]");
    var closed = policy("podSelector: {matchLabels: {app: database}}, policyTypes: [Ingress]");
    var open = policy("podSelector: {}, ingress: [{from: [{podSelector: {}}]}]");

    assertThat(new PolicyEvaluator(List.of(out, closed)).allows(WEB, DATABASE, 1, "TCP")).isFalse();
    assertThat(new PolicyEvaluator(List.of(out, closed, open)).allows(WEB, DATABASE, 1, "TCP"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3,        10.0.0.0/8,     true",
    "11.1.2.3,        10.0.0.0/8,     false",
    "10.128.0.1,      10.128.0.0/9,   true",
    "10.127.0.1,      10.128.0.0/9,   false",
    "1.2.3.4,         0.0.0.0/0,      true",
    "1.2.3.4,         ::/0,           false",
    "fd00::1,         fc00::/7,       true",
    "2001:db8::1,     fc00::/7,       false",
  })
  void blocksHoldTheirAddresses(String address, String block, boolean held) {
    assertThat(AddressBlock.of(block).contains(address)).isEqualTo(held);
  }

  @Test
  void aPolicyOfNoNamespaceIsAMistake() {
    var policy = policy("podSelector: {}");
    policy.getMetadata().setNamespace(null);

    assertThatThrownBy(() -> new PolicyEvaluator(List.of(policy)))
        .hasMessageContaining("no namespace");
  }

  private static Party pod(String namespace, String app, String address) {
    return new Party.Pod(
        namespace,
        Map.of("name", namespace),
        Map.of("app", app),
        address,
        NODE.address(),
        app.equals("database") ? Map.of("sql", 5432) : Map.of("web", 80));
  }

  private static NetworkPolicy policy(String spec) {
    return Serialization.unmarshal(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: tested, namespace: a}
        spec: {%s}
        """
            .formatted(spec),
        NetworkPolicy.class);
  }
}
