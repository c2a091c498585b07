package dev.uruimi.watcher.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.watcher.workloads.QuotaUse.Usage;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaUseTest {

  @Test
  void requestsAreToldInMillicoresAndBytes() {
    var use =
        QuotaUse.of(
            List.of(
                quota(
                    Map.of("requests.cpu", "1", "requests.memory", "1536Mi", "pods", "8"),
                    Map.of("requests.cpu", "350m", "requests.memory", "1G", "pods", "3"))));

    assertThat(use.cpu()).isEqualTo(new Usage(350, 1000));
    assertThat(use.memory()).isEqualTo(new Usage(1_000_000_000, 1536L << 20));
    assertThat(use.pods()).isEqualTo(new Usage(3, 8));
    assertThat(use.storage()).isNull();
  }

  @Test
  void limitsAreToldWhereNoQuotaSpeaksOfRequests() {
    var use = QuotaUse.of(List.of(quota(Map.of("limits.memory", "2Gi"), Map.of())));

    assertThat(use.memory()).isEqualTo(new Usage(0, 2L << 30));
    assertThat(use.cpu()).isNull();
  }

  @Test
  void ofTwoQuotasTheTighterCounts() {
    var use =
        QuotaUse.of(
            List.of(
                quota(Map.of("pods", "10"), Map.of("pods", "1")),
                quota(Map.of("pods", "5"), Map.of("pods", "4"))));

    assertThat(use.pods()).isEqualTo(new Usage(4, 5));
  }

  @Test
  void aQuotaNobodyHasCountedYetSaysNothing() {
    assertThat(QuotaUse.of(List.of(new ResourceQuota())))
        .isEqualTo(new QuotaUse(null, null, null, null));
  }

  private static ResourceQuota quota(Map<String, String> hard, Map<String, String> used) {
    var quota = new ResourceQuotaBuilder().withNewStatus().endStatus().build();
    quota.getStatus().setHard(amounts(hard));
    quota.getStatus().setUsed(amounts(used));
    return quota;
  }

  private static Map<String, Quantity> amounts(Map<String, String> texts) {
    return texts.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> new Quantity(e.getValue())));
  }
}
