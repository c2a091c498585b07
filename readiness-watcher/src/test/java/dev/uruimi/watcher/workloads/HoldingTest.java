package dev.uruimi.watcher.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldingTest {

  @Test
  void whatIsTrueOfANamespaceThatGoesIsTold() {
    assertThat(Holding.of(namespace("2026-03-01T12:00:00Z")))
        .containsExactly("Discovery failed for some groups: metrics.example.org/v1");
  }

  @Test
  void nothingHoldsANamespaceThatStaysOrIsNotThere() {
    assertThat(Holding.of(namespace(null))).isEmpty();
    assertThat(Holding.of(null)).isEmpty();
  }

  private static Namespace namespace(@Nullable String deleted) {
    return new NamespaceBuilder()
        .withNewMetadata()
        .withName("store-k7abcdefgh")
        .withDeletionTimestamp(deleted)
        .endMetadata()
        .withNewStatus()
        .addNewCondition()
        .withType("NamespaceDeletionDiscoveryFailure")
        .withStatus("True")
        .withMessage("Discovery failed for some groups: metrics.example.org/v1")
        .endCondition()
        .addNewCondition()
        .withType("NamespaceContentRemaining")
        .withStatus("False")
        .withMessage("All content successfully removed")
        .endCondition()
        .endStatus()
        .build();
  }
}
