package dev.uruimi.api.orphans;

import dev.uruimi.api.peers.Cleanup;
import dev.uruimi.api.peers.PeerAwayException;
import dev.uruimi.api.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/platform/orphans", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "platform")
class OrphanController {

  private final Cleanup cleanup;
  private final LostStores lost;

  OrphanController(Cleanup cleanup, LostStores lost) {
    this.cleanup = cleanup;
    this.lost = lost;
  }

  @GetMapping
  @Operation(
      operationId = "getOrphans",
      summary = "What the last sweep found: things without a store, and stores without things")
  OrphansView get() {
    try {
      var sweep = cleanup.lastSweep(Sweep.class);
      var stores = lost.find(cleanup.presence());
      return new OrphansView(
          sweep.sweptAt(),
          sweep.graceMillis(),
          Stream.concat(sweep.findings().stream(), stores.stream()).toList(),
          sweep.held(),
          sweep.heldCount(),
          sweep.skipped());
    } catch (PeerAwayException e) {
      throw away(e);
    }
  }

  @PostMapping("/sweep")
  @Operation(
      operationId = "sweepOrphans",
      summary = "Sweep now",
      description = "Idempotency-Key is not needed: a sweep removes only what is due anyway.")
  OrphansView sweep(
      @Parameter(
              description = "removes what is held, too, if this is still its number; see heldCount",
              schema = @Schema(type = "integer", minimum = "1"))
          @RequestParam(required = false)
          @Nullable Integer force) {
    try {
      cleanup.sweep(force);
    } catch (PeerAwayException e) {
      throw away(e);
    }
    return get();
  }

  private static ProblemException away(PeerAwayException failure) {
    return new ProblemException(
        HttpStatus.SERVICE_UNAVAILABLE,
        "cleanup-unavailable",
        "Cleanup does not answer",
        failure.getMessage() + " Try again in a moment.");
  }
}
