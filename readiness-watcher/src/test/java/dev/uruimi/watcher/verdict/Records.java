package dev.uruimi.watcher.verdict;

import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.Provision;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecords;
import dev.uruimi.worker.record.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One store's record in memory, with the compare-and-set of the real ones. */
final class Records implements RecordAccess {

  static final StoreId ID = new StoreId("sh0p000001");
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private @Nullable StoreRecord record;
  private int writes;

  static Records withInstalled(int attempt, int revision) {
    var records = new Records();
    var store =
        new StoreSpecification(
            "Shop",
            "ada",
            "window",
            "1",
            "small",
            Map.of(),
            "store-sh0p000001.localhost",
            "http",
            "default");
    var record =
        StoreRecord.of(new StoreRecordSpec(ID, Desired.PRESENT, attempt, store, "00-trace"));
    records.record =
        record.with(record.getStatus().with(Provision.begun(attempt, NOW).installed(revision)));
    return records;
  }

  @Override
  public StoreRecords.Change change(
      StoreId id, Function<@Nullable StoreRecord, @Nullable StoreRecord> decision) {
    var wanted = decision.apply(record);
    if (wanted == null) {
      return new StoreRecords.Change(false, record);
    }
    record = wanted;
    writes++;
    return new StoreRecords.Change(true, record);
  }

  StoreRecord now() {
    return Objects.requireNonNull(record);
  }

  @Nullable Verdict verdict() {
    return now().getStatus().verdict();
  }

  int writes() {
    return writes;
  }

  void deleted() {
    record = now().with(now().getSpec().absent(1, null));
  }

  void begunAnew(int attempt) {
    var spec = now().getSpec();
    var newer = new StoreRecordSpec(ID, Desired.PRESENT, attempt, spec.store(), null);
    var status = now().getStatus().with(Provision.begun(attempt, NOW)).with((Verdict) null);
    record = now().with(newer).with(status);
  }

  void upgraded(int revision) {
    var provision = Objects.requireNonNull(now().getStatus().provision()).installed(revision);
    record = now().with(now().getStatus().with(provision));
  }

  void says(@Nullable Verdict verdict) {
    record = now().with(now().getStatus().with(verdict));
  }
}
