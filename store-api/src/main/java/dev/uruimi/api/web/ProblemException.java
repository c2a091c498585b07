package dev.uruimi.api.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request that gets a problem for an answer. */
public final class ProblemException extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  public ProblemException(HttpStatus status, String name, String title, String detail) {
    super(status, Problems.of(status, name, title, detail), null);
  }

  /** A request with wrong fields; each is named. */
  public static ProblemException of(List<FieldError> errors) {
    var problem =
        new ProblemException(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "invalid-fields",
            "Some fields are not valid",
            errors.size() == 1
                ? errors.getFirst().field() + " " + errors.getFirst().detail()
                : errors.size() + " fields are not valid");
    problem.getBody().setProperty("errors", errors);
    return problem;
  }

  public static ProblemException badRequest(String name, String title, String detail) {
    return new ProblemException(HttpStatus.BAD_REQUEST, name, title, detail);
  }

  public static ProblemException conflict(String name, String title, String detail) {
    return new ProblemException(HttpStatus.CONFLICT, name, title, detail);
  }

  public static ProblemException noSuchStore(String id) {
    return new ProblemException(
        HttpStatus.NOT_FOUND,
        "no-such-store",
        "No such store",
        "There never was a store " + shown(id));
  }

  private static String shown(String id) {
    return id.matches("[a-z0-9]{1,20}") ? id : "of this id";
  }
}
