package dev.uruimi.api.stores;

import dev.uruimi.api.lifecycle.Status;
import dev.uruimi.api.projection.StoreFilter;
import dev.uruimi.api.projection.StoreList;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of stores.
 *
 * @param position where to follow from: {@code /stores/events?after=<position>} misses nothing
 */
@Schema(name = "Stores")
record StoreListView(
    List<StoreView> stores,
    @Schema(description = "the next page, if there is one; of this sort only")
        @Nullable String nextCursor,
    @Schema(description = "follow from here: /stores/events?after=<position>") long position,
    @Schema(
            description =
                "how many stores engine, owner and q let through, by status, whatever status asks for;"
                    + " deleted ones are not counted",
            example = "{\"ready\": 12, \"failed\": 1}")
        Map<String, Long> counts,
    @Schema(description = "how many stores all filters let through") long total) {

  static StoreListView of(
      List<StoreView> stores,
      @Nullable String nextCursor,
      StoreList.Page page,
      StoreFilter filter) {
    var counts = new LinkedHashMap<String, Long>();
    for (var status : Status.values()) {
      if (status != Status.DELETED) {
        counts.put(status.label(), page.counts().getOrDefault(status, 0L));
      }
    }
    var total =
        filter.wanted().stream().mapToLong(status -> page.counts().getOrDefault(status, 0L)).sum();
    return new StoreListView(stores, nextCursor, page.position(), counts, total);
  }
}
