package dev.uruimi.api.stores;

import dev.uruimi.api.idempotency.Answer;
import dev.uruimi.api.idempotency.Idempotency;
import dev.uruimi.api.idempotency.KeyScope;
import dev.uruimi.api.lifecycle.Command;
import dev.uruimi.api.preflight.Preflight;
import dev.uruimi.api.web.ProblemException;
import dev.uruimi.api.web.Traceparent;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "stores")
@ApiResponse(
    responseCode = "202",
    description = "Accepted: the store as it is now",
    headers = {
      @Header(name = "Location", description = "the store", schema = @Schema(type = "string")),
      @Header(name = "ETag", description = "its version", schema = @Schema(type = "string"))
    },
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = StoreView.class)))
class StoreWrites {

  private static final String KEY = "Idempotency-Key";
  private static final String TRACE = "traceparent";
  private static final String IF_MATCH = HttpHeaders.IF_MATCH;
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final NewStoreReader reader;
  private final StoreChangeReader changes;
  private final StoreRequests requests;
  private final StoreCommands commands;
  private final StoreViews views;
  private final StoreProperties properties;
  private final Idempotency idempotency;
  private final Preflight preflight;
  private final JsonMapper json;

  StoreWrites(
      NewStoreReader reader,
      StoreChangeReader changes,
      StoreRequests requests,
      StoreCommands commands,
      StoreViews views,
      StoreProperties properties,
      Idempotency idempotency,
      Preflight preflight,
      JsonMapper json) {
    this.reader = reader;
    this.changes = changes;
    this.requests = requests;
    this.commands = commands;
    this.views = views;
    this.properties = properties;
    this.idempotency = idempotency;
    this.preflight = preflight;
    this.json = json;
  }

  @PostMapping(path = "/stores", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "createStore", summary = "Ask for a store")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NewStore.class)))
  ResponseEntity<String> create(
      @RequestBody byte[] body,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestHeader(name = TRACE, required = false) @Nullable String trace,
      HttpServletRequest request) {
    var wish = reader.read(body);
    var asked = json.writeValueAsString(wish);
    var earlier = idempotency.answered(scope(request, key), asked);
    if (earlier.isPresent()) {
      return response(earlier.get());
    }
    var command = requests.of(wish);
    preflight.check(question(command));
    return once(
        request,
        key,
        asked,
        () ->
            accepted(
                commands.handle(
                    command.storeId(), command, Precondition.NONE, Traceparent.of(trace))));
  }

  @PatchMapping(
      path = "/stores/{id}",
      consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
  @Operation(
      operationId = "changeStore",
      summary = "Give a store another name or another plan",
      description =
          "A name is changed at once (200). A plan is, too, and its upgrade goes on: the store's"
              + " next attempt (202). What is as asked already is answered with 200.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = {
        @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = StoreChange.class)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = StoreChange.class))
      })
  @ApiResponse(
      responseCode = "200",
      description = "the store as it is now",
      headers = {
        @Header(name = "Location", description = "the store", schema = @Schema(type = "string")),
        @Header(name = "ETag", description = "its version", schema = @Schema(type = "string"))
      },
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = StoreView.class)))
  ResponseEntity<String> change(
      @PathVariable String id,
      @RequestBody byte[] body,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String match,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestHeader(name = TRACE, required = false) @Nullable String trace,
      HttpServletRequest request) {
    var store = storeId(id);
    var wish = changes.read(store, body);
    var precondition = Precondition.ifMatch(match);
    return once(
        request,
        key,
        json.writeValueAsString(wish),
        () -> changed(commands.handle(store, wish.command(), precondition, Traceparent.of(trace))));
  }

  @PostMapping("/stores/{id}/retry")
  @Operation(
      operationId = "retryStore",
      summary = "Try again: a failed or degraded store, or a deletion that failed")
  ResponseEntity<String> retry(
      @PathVariable String id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String match,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestHeader(name = TRACE, required = false) @Nullable String trace,
      HttpServletRequest request) {
    return once(request, key, storeId(id), new Command.Retry(), match, trace);
  }

  @DeleteMapping("/stores/{id}")
  @Operation(operationId = "deleteStore", summary = "Delete a store with everything in it")
  ResponseEntity<String> delete(
      @PathVariable String id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String match,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestHeader(name = TRACE, required = false) @Nullable String trace,
      HttpServletRequest request) {
    return once(request, key, storeId(id), new Command.Delete(), match, trace);
  }

  private ResponseEntity<String> once(
      HttpServletRequest request,
      @Nullable String key,
      StoreId store,
      Command command,
      @Nullable String match,
      @Nullable String trace) {
    var precondition = Precondition.ifMatch(match);
    return once(
        request,
        key,
        "",
        () -> accepted(commands.handle(store, command, precondition, Traceparent.of(trace))));
  }

  private ResponseEntity<String> once(
      HttpServletRequest request, @Nullable String key, String body, Supplier<Answer> work) {
    return response(idempotency.once(scope(request, key), body, work));
  }

  private @Nullable KeyScope scope(HttpServletRequest request, @Nullable String key) {
    return key == null
        ? null
        : new KeyScope(properties.owner(), request.getMethod(), request.getRequestURI(), key);
  }

  private static Preflight.Question question(Command.Request request) {
    var store = request.store();
    return new Preflight.Question(
        store.engine(), store.engineVersion(), store.plan(), store.values(), store.name());
  }

  private static ResponseEntity<String> response(Answer answer) {
    var response =
        ResponseEntity.status(answer.status()).header(HttpHeaders.LOCATION, answer.location());
    return (answer.tag() == null ? response : response.eTag(answer.tag()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(answer.body());
  }

  private Answer accepted(StoreCommands.Done done) {
    return answer(HttpStatus.ACCEPTED, done);
  }

  /** Accepted when something goes on, else done. */
  private Answer changed(StoreCommands.Done done) {
    var requested = done.said().stream().anyMatch(StoreEvent.StoreRequested.class::isInstance);
    return answer(requested ? HttpStatus.ACCEPTED : HttpStatus.OK, done);
  }

  private Answer answer(HttpStatus status, StoreCommands.Done done) {
    var view = views.of(done.store(), done.version());
    return new Answer(
        status.value(),
        "/stores/" + view.id(),
        Precondition.tag(done.version()),
        json.writeValueAsString(view));
  }

  static StoreId storeId(String id) {
    if (!StoreId.isValid(id)) {
      throw ProblemException.noSuchStore(id);
    }
    return new StoreId(id);
  }
}
