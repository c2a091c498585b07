package dev.uruimi.api.stores;

import dev.uruimi.api.lifecycle.Refusal;
import dev.uruimi.api.web.ProblemException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells why a command was refused. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedAnswers {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> on(RefusedException e) {
    var problem =
        switch (e.refusal()) {
          case Refusal.NeverRequested _ -> ProblemException.noSuchStore(e.id().value());
          case Refusal.AlreadyRequested _ ->
              ProblemException.conflict(
                  "already-requested", "Already requested", "The id was given before.");
          case Refusal.NothingToRetry(var status) ->
              ProblemException.conflict(
                  "nothing-to-retry",
                  "Nothing to retry",
                  "The store is %s; only failed, degraded and delete_failed stores can be retried."
                      .formatted(status.label()));
          case Refusal.NotResizable(var status) ->
              ProblemException.conflict(
                  "not-resizable",
                  "Not resizable now",
                  "The store is %s; the plan of a ready, degraded or failed store can be changed."
                      .formatted(status.label()));
          case Refusal.NotWanted(var status) ->
              ProblemException.conflict(
                  "not-wanted",
                  "Not wanted any more",
                  "The store is %s; what must go is neither changed nor requested again."
                      .formatted(status.label()));
        };
    return ResponseEntity.status(problem.getStatusCode()).body(problem.getBody());
  }
}
