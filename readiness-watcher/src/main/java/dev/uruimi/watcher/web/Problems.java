package dev.uruimi.watcher.web;

import dev.uruimi.watcher.cluster.Reads;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Problems as of RFC 9457, with a type for programs: {@code urn:uruimi:problem:<name>}. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  static ProblemDetail of(HttpStatus status, String name, String title, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:uruimi:problem:" + name));
    problem.setTitle(title);
    return problem;
  }

  /** Not logged here: the watch says once that the cluster is away. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> on(Reads.UnreadableException e) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(
            of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "cluster-unavailable",
                "The cluster does not answer",
                "It could not be read now: " + e.getMessage()));
  }
}
