package dev.uruimi.worker.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.Receipt;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreRecordTest {

  private static final StoreId ID = new StoreId("abcdefghjk");
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");

  @Test
  void survivesTheWayToTheApiServerAndBack() {
    var store =
        new StoreSpecification("n", "o", "e", "1", "small", Map.of(), "h", "http", "default");
    var reason = Reason.of(ReasonCode.CRASH_LOOP, Map.of("pod", "p"));
    var record =
        StoreRecord.of(new StoreRecordSpec(ID, Desired.PRESENT, 2, store, null))
            .with(
                StoreRecordStatus.EMPTY
                    .with(new Claim("provisioner/1", NOW))
                    .with(Provision.begun(2, NOW).completed(Step.NAMESPACE, 12).installed(3))
                    .with(Verdict.found(2, 3, 1, Verdict.State.READY, null, NOW).said(0))
                    .with(Verdict.found(2, 3, 2, Verdict.State.DEGRADED, reason, NOW).said(0))
                    .with(
                        new Removal(
                            2,
                            NOW,
                            Map.of("Pod", 1),
                            null,
                            new Receipt(Map.of("Pod", 1), 5, NOW))));
    var yaml = new KubernetesSerialization();

    var text = yaml.asYaml(record);
    var read = yaml.unmarshal(text, StoreRecord.class);

    assertThat(text)
        .contains("until: \"2026-11-24T10:00:00.123Z\"")
        .contains("desired: \"present\"");
    assertThat(read.getSpec()).isEqualTo(record.getSpec());
    assertThat(read.getStatus()).isEqualTo(record.getStatus());
    assertThat(read.getStatus().everReady()).isTrue();
  }

  @Test
  void aRecordOfTheApiServerWithoutStatusHasAnEmptyOne() {
    var yaml = new KubernetesSerialization();
    var text =
        """
        apiVersion: uruimi.dev/v1alpha1
        kind: StoreRecord
        metadata: {name: store-abcdefghjk}
        spec: {storeId: abcdefghjk, desired: absent, attempt: 1, later: 3}
        """;

    var read = yaml.unmarshal(text, StoreRecord.class);

    assertThat(read.isTombstone()).isTrue();
    assertThat(read.getStatus()).isEqualTo(StoreRecordStatus.EMPTY);
  }

  @Test
  void aClaimHoldsAgainstOthersUntilItEnds() {
    var claim = new Claim("a", NOW);

    assertThat(claim.isHeldAgainst("b", NOW.minusMillis(1))).isTrue();
    assertThat(claim.isHeldAgainst("b", NOW)).isFalse();
    assertThat(claim.isHeldAgainst("a", NOW.minusMillis(1))).isFalse();
  }
}
