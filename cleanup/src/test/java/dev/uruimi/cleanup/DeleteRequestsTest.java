package dev.uruimi.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.Receipt;
import dev.uruimi.events.StoreEvent.StoreDeleteRequested;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.Removal;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecordStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeleteRequestsTest {

  private static final StoreId ID = new StoreId("abcdefghjk");
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void aStoreBecomesATombstoneThatKeepsWhatItWas() {
    var tombstone = DeleteRequests.entomb(record(Desired.PRESENT, 1), request(1), said(null));

    assertThat(tombstone.isTombstone()).isTrue();
    assertThat(tombstone.getSpec().store()).isNotNull();
  }

  @Test
  void aStoreThatNobodyMadeYetIsEntombedBeforehand() {
    var tombstone = DeleteRequests.entomb(null, request(1), said("00-a-b-01"));

    assertThat(tombstone.isTombstone()).isTrue();
    assertThat(tombstone.getSpec().traceparent()).isEqualTo("00-a-b-01");
  }

  @Test
  void theSameRequestAgainIsHistory() {
    assertThat(DeleteRequests.entomb(record(Desired.ABSENT, 1), request(1), said(null))).isNull();
  }

  @Test
  void anotherAttemptWakesADeletionThatIsUnderWay() {
    var tombstone = DeleteRequests.entomb(record(Desired.ABSENT, 1), request(2), said(null));

    assertThat(tombstone.getSpec().attempt()).isEqualTo(2);
  }

  @Test
  void aDeletionThatIsOverStaysOver() {
    var over = new Removal(1, NOW, Map.of(), null, new Receipt(Map.of(), 1, NOW));
    var tombstone = record(Desired.ABSENT, 1).with(StoreRecordStatus.EMPTY.with(over));

    assertThat(DeleteRequests.entomb(tombstone, request(9), said(null))).isNull();
  }

  @Test
  void remembersWhenItWasAskedForFirst() {
    var first = DeleteRequests.entomb(record(Desired.PRESENT, 1), request(1), said(null));
    var later = EventEnvelope.of(request(2), "store-api", NOW.plusSeconds(60), null);

    var again = DeleteRequests.entomb(first, request(2), later);

    assertThat(DeleteRequests.askedAt(again)).isEqualTo(NOW);
  }

  private static EventEnvelope said(@Nullable String traceparent) {
    return EventEnvelope.of(request(1), "store-api", NOW, traceparent);
  }

  private static StoreDeleteRequested request(int attempt) {
    return new StoreDeleteRequested(ID, attempt);
  }

  private static StoreRecord record(Desired desired, int attempt) {
    var store =
        new StoreSpecification("n", "o", "e", "1", "small", Map.of(), "h", "http", "default");
    return StoreRecord.of(new StoreRecordSpec(ID, desired, attempt, store, null));
  }
}
