package dev.uruimi.watcher.verdict;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecords;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compare-and-set on store records: {@link StoreRecords#change}. */
@FunctionalInterface
public interface RecordAccess {
  StoreRecords.Change change(
      StoreId id, Function<@Nullable StoreRecord, @Nullable StoreRecord> decision);
}
