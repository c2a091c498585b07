package dev.uruimi.api.replays;

import dev.uruimi.api.history.LogTruncatedException;
import dev.uruimi.api.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "replays")
class ReplayController {

  private final Replaying replaying;

  ReplayController(Replaying replaying) {
    this.replaying = replaying;
  }

  @PostMapping(
      path = "/replays",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "replayStores",
      summary = "Ask again for stores, at most 100 at once; or tell what that would do",
      description =
          "Reads what the log tells of each. 202 when it was done, 200 for a dry run. A repeat"
              + " refuses what is under way already, so Idempotency-Key is not needed.")
  @ApiResponse(responseCode = "200", description = "What it would do", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "202", description = "What it did", useReturnTypeSchema = true)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ReplayWish.class)))
  ResponseEntity<ReplayView> replay(
      @RequestBody byte[] body,
      @RequestHeader(name = "traceparent", required = false) @Nullable String traceparent) {
    var wish = ReplayWish.read(body);
    try {
      var view = replaying.replay(wish, traceparent);
      if (!wish.stores().isEmpty() && view.replays().isEmpty()) {
        throw ProblemException.noSuchStore(wish.stores().getFirst());
      }
      return ResponseEntity.status(wish.dryRun() ? HttpStatus.OK : HttpStatus.ACCEPTED).body(view);
    } catch (LogTruncatedException e) {
      throw ProblemException.conflict(
          "log-truncated", "The log does not hold everything", String.valueOf(e.getMessage()));
    }
  }
}
