package dev.uruimi.api.stores;

import dev.uruimi.api.projection.StoreRow;
import dev.uruimi.api.projection.Stores;
import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "stores")
class StoreReads {

  private static final Duration DELETED_ARE_SHOWN = Duration.ofDays(30);
  private static final int LARGEST_PAGE = 200;

  private final Stores stores;
  private final StoreViews views;
  private final Clock clock;

  StoreReads(Stores stores, StoreViews views, Clock clock) {
    this.stores = stores;
    this.views = views;
    this.clock = clock;
  }

  /**
   * A page of stores.
   *
   * @param position where to follow from: {@code /stores/events?after=<position>} misses nothing
   */
  @Schema(name = "Stores")
  record Page(
      List<StoreView> stores,
      @Schema(description = "the next page, if there is one") @Nullable String nextCursor,
      @Schema(description = "follow from here: /stores/events?after=<position>") long position) {}

  @GetMapping(path = "/stores", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listStores",
      summary = "Stores, the latest first; deleted ones only when asked for, for 30 days")
  Page list(
      @RequestParam(required = false) @Nullable String status,
      @Parameter(
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "100"))
          @RequestParam(defaultValue = "100")
          int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw ProblemException.of(
          List.of(FieldError.of("limit", "must be from 1 to " + LARGEST_PAGE)));
    }
    checkStatus(status);
    var position = stores.latestChange();
    var from = cursor == null ? Cursor.START : Cursor.parse(cursor);
    var since = clock.instant().minus(DELETED_ARE_SHOWN);
    var rows = stores.list(status, since, from.created(), from.id(), limit + 1);
    var page = rows.subList(0, Math.min(limit, rows.size()));
    var next = rows.size() > limit ? Cursor.after(page.getLast()).text() : null;
    return new Page(page.stream().map(this::view).toList(), next, position);
  }

  @GetMapping(path = "/stores/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getStore", summary = "A store")
  StoreView get(@PathVariable String id) {
    return stores
        .findById(StoreWrites.storeId(id).value())
        .map(this::view)
        .orElseThrow(() -> ProblemException.noSuchStore(id));
  }

  private StoreView view(StoreRow row) {
    return views.of(row.current());
  }

  private static void checkStatus(@Nullable String status) {
    if (status != null && dev.uruimi.api.lifecycle.Status.of(status).isEmpty()) {
      throw ProblemException.of(List.of(FieldError.of("status", "is not a status of stores")));
    }
  }
}
