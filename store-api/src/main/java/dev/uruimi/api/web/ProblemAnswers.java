package dev.uruimi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever goes wrong into a problem; what went wrong inside is logged, not told. */
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> on(RuntimeException e) {
    log.atError().addKeyValue("cause", Causes.briefly(e)).log("the database does not answer");
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(Problems.databaseUnavailable());
  }

  /** A parameter that is no number where one is wanted: named, as other wrong fields are. */
  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (!(e instanceof MethodArgumentTypeMismatchException mismatch)) {
      return super.handleTypeMismatch(e, headers, status, request);
    }
    var problem = ProblemDetail.forStatusAndDetail(status, mismatch.getName() + " cannot be read");
    problem.setProperty("errors", List.of(FieldError.of(mismatch.getName(), "cannot be read")));
    return handleExceptionInternal(e, problem, headers, status, request);
  }

  /** A query that Tomcat cannot read: a parameter without a name, a broken escape. */
  @ExceptionHandler(InvalidParameterException.class)
  ProblemDetail on(InvalidParameterException e) {
    return Problems.of(
        HttpStatus.BAD_REQUEST,
        "bad-query",
        "The query cannot be read",
        "A parameter needs a name, and escapes that are UTF-8.");
  }

  /** The client went away: nobody to tell. */
  @ExceptionHandler(IOException.class)
  void on(IOException e, HttpServletResponse response) {
    log.debug("client went away", e);
  }

  @ExceptionHandler(Exception.class)
  ProblemDetail on(Exception e) {
    log.error("unexpected", e);
    return Problems.of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal",
        "Something went wrong here",
        "The service's log tells more.");
  }
}
