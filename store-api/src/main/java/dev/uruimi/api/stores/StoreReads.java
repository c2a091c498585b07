package dev.uruimi.api.stores;

import dev.uruimi.api.projection.StoreList;
import dev.uruimi.api.projection.Stores;
import dev.uruimi.api.web.EntityTags;
import dev.uruimi.api.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "stores")
class StoreReads {

  private static final Duration DELETED_ARE_SHOWN = Duration.ofDays(30);

  private final Stores stores;
  private final StoreList list;
  private final StoreViews views;
  private final Clock clock;

  StoreReads(Stores stores, StoreList list, StoreViews views, Clock clock) {
    this.stores = stores;
    this.list = list;
    this.views = views;
    this.clock = clock;
  }

  @GetMapping(path = "/stores", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listStores",
      summary = "Stores, the latest first; deleted ones only when asked for, for 30 days")
  StoreListView list(
      @Parameter(
              description = "one or several, separated by commas or repeated",
              array =
                  @ArraySchema(
                      schema =
                          @Schema(
                              type = "string",
                              allowableValues = {
                                "requested",
                                "provisioning",
                                "starting",
                                "ready",
                                "degraded",
                                "failed",
                                "deleting",
                                "deleted",
                                "delete_failed"
                              })))
          @RequestParam(required = false)
          @Nullable List<String> status,
      @Parameter(description = "one or several, separated by commas or repeated")
          @RequestParam(required = false)
          @Nullable List<String> engine,
      @Parameter(description = "one or several, separated by commas or repeated")
          @RequestParam(required = false)
          @Nullable List<String> owner,
      @Parameter(
              description = "part of the name or the id, in capitals or not",
              schema = @Schema(type = "string", minLength = 1, maxLength = 60))
          @RequestParam(required = false)
          @Nullable String q,
      @Parameter(
              description = "stores that are not ready yet come last by readyAfter",
              schema =
                  @Schema(
                      type = "string",
                      defaultValue = "-created",
                      allowableValues = {
                        "created",
                        "-created",
                        "name",
                        "-name",
                        "readyAfter",
                        "-readyAfter"
                      }))
          @RequestParam(defaultValue = "-created")
          String sort,
      @Parameter(
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "100"))
          @RequestParam(defaultValue = "100")
          int limit,
      @Parameter(description = "nextCursor of the page before; belongs to its sort")
          @RequestParam(required = false)
          @Nullable String cursor) {
    var parameters = new StoreListRequest.Parameters(status, engine, owner, q, sort, limit, cursor);
    var wish = StoreListRequest.of(parameters, clock.instant().minus(DELETED_ARE_SHOWN));
    var page = list.page(wish.filter(), wish.order(), wish.after(), wish.limit());
    var next =
        page.more() ? new Cursor(wish.order(), page.stores().getLast().place()).text() : null;
    var shown =
        page.stores().stream().map(listed -> views.of(listed.store(), listed.version())).toList();
    return StoreListView.of(shown, next, page, wish.filter());
  }

  @GetMapping(path = "/stores/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getStore", summary = "A store")
  @ApiResponse(
      responseCode = "200",
      description = "the store",
      headers =
          @Header(name = "ETag", description = "its version", schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = StoreView.class)))
  @ApiResponse(
      responseCode = "304",
      description = "it is as If-None-Match knows it",
      content = @Content)
  ResponseEntity<StoreView> get(
      @PathVariable String id,
      @Parameter(description = "entity tags of what is known already")
          @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
          @Nullable String known) {
    var row =
        stores
            .findById(StoreWrites.storeId(id).value())
            .orElseThrow(() -> ProblemException.noSuchStore(id));
    var tag = Precondition.tag(row.change());
    if (known != null && EntityTags.parse(HttpHeaders.IF_NONE_MATCH, known).hold(tag)) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
    }
    return ResponseEntity.ok().eTag(tag).body(views.of(row.current(), row.change()));
  }
}
