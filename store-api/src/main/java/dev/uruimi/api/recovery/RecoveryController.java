package dev.uruimi.api.recovery;

import dev.uruimi.api.logidentity.LogWatch;
import dev.uruimi.api.projection.LogBinding;
import dev.uruimi.api.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recovers what the platform stands on. */
@RestController
@RequestMapping(path = "/platform/log", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "log")
class RecoveryController {

  private final LogWatch watch;
  private final LogRestoration restoration;
  private final LogBinding reading;

  RecoveryController(LogWatch watch, LogRestoration restoration, LogBinding reading) {
    this.watch = watch;
    this.restoration = restoration;
    this.reading = reading;
  }

  @PostMapping("/restore")
  @Operation(
      operationId = "restoreLog",
      summary = "Write a lost log anew out of the table of stores",
      description = "Idempotency-Key is not needed: a log that is not lost is refused.")
  RestorationView restore(
      @Parameter(description = "only count what it would write")
          @RequestParam(defaultValue = "false")
          boolean dryRun) {
    watch.check();
    if (dryRun) {
      return restoration.plan();
    }
    if (watch.loss().isEmpty()) {
      throw ProblemException.conflict(
          "log-not-lost", "The log is not lost", "The log is the one the table was made of.");
    }
    var restored = restoration.restore(watch.topicId());
    watch.check();
    // the table's offsets are the log's first now
    reading.readAgain();
    return restored;
  }
}
