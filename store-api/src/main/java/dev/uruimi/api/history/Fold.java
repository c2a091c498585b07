package dev.uruimi.api.history;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.events.BadEventException;
import dev.uruimi.events.EventCodec;
import dev.uruimi.events.ReadEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Folds records of the log into stores, as the projection does: unknown types and what cannot be
 * read change nothing. The mark that a store needs attention is no part of it.
 */
public final class Fold implements Consumer<ConsumerRecord<byte[], byte[]>> {

  /**
   * A store as its events tell.
   *
   * @param store null while nobody asked for it
   * @param events how many there are of it
   * @param lastAt when the last one was said
   */
  public record Folded(@Nullable Store store, int events, @Nullable Instant lastAt) {
    static final Folded NOTHING = new Folded(null, 0, null);
  }

  private final EventCodec codec = new EventCodec();
  private final Map<String, Folded> stores = new HashMap<>();
  private final Predicate<String> wanted;

  private Fold(Predicate<String> wanted) {
    this.wanted = wanted;
  }

  /** Of all stores. */
  public static Fold ofAll() {
    return new Fold(_ -> true);
  }

  /** Of some stores only, by id. */
  public static Fold of(Predicate<String> wanted) {
    return new Fold(wanted);
  }

  /** Goes on from a store as it was. */
  public void begin(Store store) {
    stores.put(store.id().value(), new Folded(store, 0, null));
  }

  @Override
  public void accept(ConsumerRecord<byte[], byte[]> record) {
    var key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    if (!wanted.test(key) || record.value() == null) {
      return;
    }
    try {
      if (codec.decode(headers(record), record.value()) instanceof ReadEvent.Known(var envelope)) {
        var id = envelope.event().storeId().value();
        var before = get(id);
        stores.put(
            id,
            new Folded(
                Store.after(before.store(), envelope), before.events() + 1, envelope.time()));
      }
    } catch (BadEventException _) {
      // a dead letter of the projection's: it changes nothing of the store but its mark
    }
  }

  /** What it made of a store. */
  public Folded get(String storeId) {
    return stores.getOrDefault(storeId, Folded.NOTHING);
  }

  /** All stores that somebody asked for, by id. */
  public Map<String, Store> stores() {
    var found = new HashMap<String, Store>();
    stores.forEach(
        (id, folded) -> {
          if (folded.store() != null) {
            found.put(id, folded.store());
          }
        });
    return found;
  }

  private static Map<String, byte[]> headers(ConsumerRecord<?, ?> record) {
    var headers = new HashMap<String, byte[]>();
    record.headers().forEach(header -> headers.put(header.key(), header.value()));
    return headers;
  }
}
