package dev.uruimi.api.projection;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.lifecycle.TimelineEntry;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept beside the JSON so that statistics need not read it.
 *
 * @param readyAfter milliseconds from the request of the current attempt to ready
 * @param readyAt when the latest attempt that got there was ready first
 * @param troubledAt when the timeline last told of a failure
 */
record StoreFigures(
    @Nullable Long readyAfter, @Nullable Timestamp readyAt, @Nullable Timestamp troubledAt) {

  private static final Set<String> TROUBLES = Set.of("failed", "degraded", "delete_failed");

  static StoreFigures of(Store store) {
    return new StoreFigures(store.readyAfterMillis(), readyAt(store), troubledAt(store));
  }

  private static @Nullable Timestamp readyAt(Store store) {
    var first =
        Comparator.comparing(TimelineEntry::attempt).reversed().thenComparing(TimelineEntry::at);
    return entries(store, Set.of("ready")).min(first).map(StoreFigures::at).orElse(null);
  }

  private static @Nullable Timestamp troubledAt(Store store) {
    var latest = Comparator.comparing(TimelineEntry::at);
    return entries(store, TROUBLES).max(latest).map(StoreFigures::at).orElse(null);
  }

  private static Stream<TimelineEntry> entries(Store store, Set<String> steps) {
    return store.timeline().stream().filter(entry -> steps.contains(entry.step()));
  }

  private static Timestamp at(TimelineEntry entry) {
    return Timestamp.from(entry.at());
  }
}
