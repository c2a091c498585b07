package dev.uruimi.api.stream;

import dev.uruimi.api.lifecycle.TimelineEntry;
import dev.uruimi.api.projection.StoreRow;
import dev.uruimi.api.projection.Stores;
import dev.uruimi.api.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "events")
class StreamController {

  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final Stores stores;
  private final StoreStreams streams;

  StreamController(Stores stores, StoreStreams streams) {
    this.stores = stores;
    this.streams = streams;
  }

  /** What happened to a store. */
  record Timeline(List<TimelineEntry> events) {}

  @GetMapping(path = "/stores/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      operationId = "followStores",
      summary = "Follow all stores live (server-sent events)",
      description =
          "Each event `store` holds a store as GET shows it. Resumes after Last-Event-ID or"
              + " `after`; without either it begins with what changes from now on.")
  @ApiResponse(
      responseCode = "200",
      description = "the stream",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(type = "string")))
  void followAll(
      @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String last,
      @RequestParam(required = false) @Nullable String after,
      HttpServletResponse response)
      throws IOException {
    var latest = stores.latestChange();
    streams.all(Position.of(last, after, latest).orElse(latest), response);
  }

  @GetMapping(path = "/stores/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      operationId = "followStore",
      summary = "Follow a store live (server-sent events), or list what happened to it (JSON)",
      description = "Without a position the stream begins with the store as it is now.")
  @ApiResponse(
      responseCode = "200",
      description = "the stream",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(type = "string")))
  void follow(
      @PathVariable String id,
      @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String last,
      @RequestParam(required = false) @Nullable String after,
      HttpServletResponse response)
      throws IOException {
    var row = find(id);
    var position = Position.of(last, after, stores.latestChange());
    streams.one(row.id(), position.orElse(0), response);
  }

  @GetMapping(path = "/stores/{id}/events", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listEvents", summary = "What happened to a store")
  Timeline list(@PathVariable String id) {
    return new Timeline(find(id).current().timeline());
  }

  private StoreRow find(String id) {
    return stores.findById(id).orElseThrow(() -> ProblemException.noSuchStore(id));
  }
}
