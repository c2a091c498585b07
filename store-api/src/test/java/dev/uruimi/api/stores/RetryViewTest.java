package dev.uruimi.api.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.Receipt;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryViewTest {

  private static final StoreId ID = new StoreId("k7m2p9x4qd");
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Reason REASON = Reason.of(ReasonCode.HELM_FAILED, Map.of("message", "no"));

  @Test
  void aShopThatNeverWasReadyLosesNothing() {
    assertThat(retry(requested(1), failed(1, 0)))
        .isEqualTo(
            new RetryView(
                true,
                false,
                "Installs the shop again from empty volumes; it was never ready, so nothing is"
                    + " lost."));
  }

  @Test
  void aShopThatWasReadyInAnyAttemptKeepsItsData() {
    var retry =
        retry(
            requested(1),
            new StoreEvent.StoreReady(ID, 1, 1, 1),
            new StoreEvent.StoreDegraded(ID, 1, 1, 2, REASON),
            requested(2),
            failed(2, 3));

    assertThat(retry.allowed()).isTrue();
    assertThat(retry.keepsData()).isTrue();
    assertThat(retry.does()).contains("in place");
  }

  @Test
  void aTimelineThatBeginsLaterDoesNotTell() {
    // the first request lies with the dead letters
    assertThat(retry(requested(2), failed(2, 0)).keepsData()).isNull();
    assertThat(retry(requested(2), failed(2, 0)).allowed()).isTrue();
  }

  @Test
  void aDeletionThatFailedKeepsNothing() {
    var retry =
        retry(
            requested(1),
            new StoreEvent.StoreReady(ID, 1, 1, 1),
            new StoreEvent.StoreDeleteRequested(ID, 1),
            new StoreEvent.StoreDeleteFailed(ID, 1, REASON));

    assertThat(retry.allowed()).isTrue();
    assertThat(retry.keepsData()).isFalse();
    assertThat(retry.does()).contains("deletion");
  }

  @Test
  void whatCannotBeRetriedSaysWhy() {
    var ready = new StoreEvent.StoreReady(ID, 1, 1, 1);
    var delete = new StoreEvent.StoreDeleteRequested(ID, 1);
    var deleted = new StoreEvent.StoreDeleted(ID, 1, new Receipt(Map.of(), 1, THEN));

    assertThat(retry(requested(1)))
        .isEqualTo(refused("The shop is on its way; it can be retried if it fails."));
    assertThat(retry(requested(1), ready))
        .isEqualTo(refused("The shop is ready; there is nothing to retry."));
    assertThat(retry(requested(1), delete)).isEqualTo(refused("The shop is being deleted."));
    assertThat(retry(requested(1), delete, deleted))
        .isEqualTo(refused("The shop is deleted; nothing brings it back."));
  }

  private static RetryView refused(String why) {
    return new RetryView(false, null, why);
  }

  private static RetryView retry(StoreEvent... events) {
    Store store = null;
    for (var event : events) {
      store = Store.after(store, EventEnvelope.of(event, "test", THEN, null));
    }
    return RetryView.of(store);
  }

  private static StoreEvent requested(int attempt) {
    var specification =
        new StoreSpecification(
            "Tea", "local", "sample", "1", "small", Map.of(), "h", "http", "default");
    return new StoreEvent.StoreRequested(ID, attempt, specification);
  }

  private static StoreEvent failed(int attempt, long epoch) {
    var by = epoch == 0 ? "provisioner" : "readiness-watcher";
    return new StoreEvent.StoreFailed(ID, attempt, by, epoch, REASON);
  }
}
