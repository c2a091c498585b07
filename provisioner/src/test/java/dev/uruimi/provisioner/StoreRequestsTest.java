package dev.uruimi.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordSpec;
import org.junit.jupiter.api.Test;

class StoreRequestsTest {

  private static final StoreId ID = new StoreId("abcdefghjk");

  @Test
  void aFirstRequestBecomesARecord() {
    var record = StoreRequests.take(null, Stores.request(ID, 1, "tiny"), "trace");

    assertThat(record.getSpec().attempt()).isEqualTo(1);
    assertThat(record.getSpec().traceparent()).isEqualTo("trace");
    assertThat(record.isTombstone()).isFalse();
  }

  @Test
  void aRetryRaisesTheAttempt() {
    var found = StoreRequests.take(null, Stores.request(ID, 1, "tiny"), null);

    var raised = StoreRequests.take(found, Stores.request(ID, 2, "tiny"), null);

    assertThat(raised.getSpec().attempt()).isEqualTo(2);
  }

  @Test
  void aKnownOrOlderAttemptIsHistory() {
    var found = StoreRequests.take(null, Stores.request(ID, 2, "tiny"), null);

    assertThat(StoreRequests.take(found, Stores.request(ID, 2, "tiny"), null)).isNull();
    assertThat(StoreRequests.take(found, Stores.request(ID, 1, "tiny"), null)).isNull();
  }

  @Test
  void nothingResurrectsAStore() {
    var tombstone = StoreRecord.of(new StoreRecordSpec(ID, Desired.ABSENT, 1, null, null));

    assertThat(StoreRequests.take(tombstone, Stores.request(ID, 9, "tiny"), null)).isNull();
  }
}
