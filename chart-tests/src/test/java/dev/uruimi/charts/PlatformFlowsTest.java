package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.charts.flows.Party;
import dev.uruimi.charts.flows.PolicyEvaluator;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reaches whom in the platform's namespace, under the policies of production on k3s. */
class PlatformFlowsTest {

  private static final Topology K3S = Topology.k3s();

  private final PolicyEvaluator policies;
  private final Map<String, Party> parties;

  PlatformFlowsTest() {
    var variant = PlatformVariant.named("prod");
    var rendered = variant.render();
    policies =
        new PolicyEvaluator(
            PolicyEdits.in(PlatformVariant.NAMESPACE, rendered.of(NetworkPolicy.class)));
    parties =
        new HashMap<>(
            StoreParties.parties(
                Stream.concat(rendered.objects().stream(), variant.renderTests().objects().stream())
                    .toList(),
                PlatformVariant.NAMESPACE,
                "10.42.1.",
                K3S.node()));
    parties.put("ingress", K3S.ingress());
    parties.putAll(K3S.others());
  }

  @ParameterizedTest
  @CsvSource({
    "ingress, store-api, 7080",
    "test, store-api, 7080",
    "store-api, provisioner, 7081",
    "store-api, readiness-watcher, 7082",
    "store-api, cleanup, 7083",
    "store-api, postgres, 5432",
    "store-api, kafka, 9092",
    "provisioner, kafka, 9092",
    "cleanup, kafka, 9092",
    "kafka, kafka, 9092",
    "provisioner, apiServer, 6443",
    "store-api, internet, 443",
    "readiness-watcher, ingress, 80",
  })
  void whoMustReachesWhom(String from, String to, int port) {
    assertThat(allowed(from, to, port)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "stranger, store-api, 7080",
    "stranger, provisioner, 7081",
    "stranger, kafka, 9092",
    "stranger, postgres, 5432",
    "ingress, cleanup, 7083",
    "test, readiness-watcher, 7082",
    "provisioner, cleanup, 7083",
    "provisioner, postgres, 5432",
    "lan, kafka, 9092",
    "otherNode, postgres, 5432",
    "kafka, internet, 443",
    "kafka, apiServer, 6443",
    "postgres, internet, 443",
  })
  void nobodyElseDoes(String from, String to, int port) {
    assertThat(allowed(from, to, port)).isFalse();
  }

  private boolean allowed(String from, String to, int port) {
    assertThat(parties).containsKeys(from, to);
    return policies.allows(parties.get(from), parties.get(to), port, "TCP");
  }
}
