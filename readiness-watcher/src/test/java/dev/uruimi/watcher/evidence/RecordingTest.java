package dev.uruimi.watcher.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.leader.Leadership;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.Verdict.State;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordingTest {

  private final Set<String> begun = ConcurrentHashMap.newKeySet();
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void whoTellsOfAStoreNeverWaitsForACapture() {
    var stores =
        IntStream.range(0, 2000).mapToObj(n -> new StoreId("sh0p0" + "%05d".formatted(n))).toList();
    var recorder =
        new FlightRecorder(_ -> Recorded.with(1, State.FAILED, 1), this::hang, new NothingKept());

    try (var recording = new Recording(recorder, Leadership.always(), List::of, () -> stores)) {
      stores.forEach(recording);

      await().until(() -> begun.size() == 2);
      assertThat(recording.waiting()).isEqualTo(500);
    }
  }

  private Capture hang(StoreId id, Occasion occasion) {
    begun.add(id.value());
    try {
      never.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("ended");
  }

  private static final class NothingKept implements Shelf {
    @Override
    public boolean has(StoreId id, String key) {
      return false;
    }

    @Override
    public void keep(StoreRecord record, String key, Capture capture) {}

    @Override
    public void remove(StoreId id) {}
  }
}
