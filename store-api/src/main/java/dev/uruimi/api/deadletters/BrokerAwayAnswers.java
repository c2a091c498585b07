package dev.uruimi.api.deadletters;

import dev.uruimi.api.broker.BrokerAwayException;
import dev.uruimi.api.web.Causes;
import dev.uruimi.api.web.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells that the broker does not answer. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokerAwayAnswers {

  private static final Logger log = LoggerFactory.getLogger(BrokerAwayAnswers.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> on(BrokerAwayException e) {
    log.atWarn().addKeyValue("cause", Causes.briefly(e)).log("the broker does not answer");
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(
            Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "broker-unavailable",
                "The broker does not answer",
                "Nothing was changed; try again in a moment."));
  }
}
