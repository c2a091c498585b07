package dev.uruimi.watcher;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecords;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The store records as last seen. */
final class RecordSight implements ResourceEventHandler<StoreRecord>, AutoCloseable {

  private final StoreRecords records;
  private volatile Consumer<StoreId> changed;
  private final Map<StoreId, StoreRecord> seen = new ConcurrentHashMap<>();
  private @Nullable SharedIndexInformer<StoreRecord> informer;

  RecordSight(StoreRecords records, Consumer<StoreId> changed) {
    this.records = records;
    this.changed = changed;
  }

  /** Somebody else who is told of every store whose record changed. */
  synchronized void alsoTell(Consumer<StoreId> other) {
    changed = changed.andThen(other);
  }

  /** Starts to follow the records, unless it does so. Throws when the API server is away. */
  synchronized void ensureRunning() {
    if (informer != null && informer.isRunning()) {
      return;
    }
    if (informer != null) {
      informer.stop();
    }
    seen.clear();
    informer = records.follow(this);
  }

  synchronized boolean isTrusted() {
    return informer != null && informer.hasSynced() && informer.isWatching();
  }

  @Nullable StoreRecord find(StoreId id) {
    return seen.get(id);
  }

  Set<StoreId> stores() {
    return Set.copyOf(seen.keySet());
  }

  @Override
  public void onAdd(StoreRecord record) {
    seen.put(record.storeId(), record);
    changed.accept(record.storeId());
  }

  @Override
  public void onUpdate(StoreRecord before, StoreRecord record) {
    onAdd(record);
  }

  @Override
  public void onDelete(StoreRecord record, boolean finalStateUnknown) {
    seen.remove(record.storeId());
    changed.accept(record.storeId());
  }

  @Override
  public synchronized void close() {
    if (informer != null) {
      informer.stop();
    }
  }
}
