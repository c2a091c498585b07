package dev.uruimi.api.webhooks;

import dev.uruimi.api.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Problems of what is not there. */
final class NoSuch {

  private NoSuch() {}

  static ProblemException webhook() {
    return new ProblemException(
        HttpStatus.NOT_FOUND, "no-such-webhook", "No such webhook", "There is none of this id.");
  }

  static ProblemException delivery() {
    return new ProblemException(
        HttpStatus.NOT_FOUND,
        "no-such-delivery",
        "No such delivery",
        "The webhook has none of this id, or it was kept too long ago.");
  }
}
