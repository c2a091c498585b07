package dev.uruimi.api.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Problems as of RFC 9457, with a type for programs: {@code urn:uruimi:problem:<name>}. */
public final class Problems {

  private Problems() {}

  public static ProblemDetail of(HttpStatus status, String name, String title, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:uruimi:problem:" + name));
    problem.setTitle(title);
    return problem;
  }

  /** Of a request that could not be answered without the database, and changed nothing. */
  public static ProblemDetail databaseUnavailable() {
    return of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "database-unavailable",
        "The database does not answer",
        "Nothing was changed; try again in a moment.");
  }
}
