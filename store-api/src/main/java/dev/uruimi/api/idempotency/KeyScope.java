package dev.uruimi.api.idempotency;

import dev.uruimi.api.web.ProblemException;
import java.util.regex.Pattern;

/** A key and where it counts: the same key of another caller, method or path is another key. */
public record KeyScope(String caller, String method, String path, String key) {

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

  /**
   * @throws ProblemException for a key of another form
   */
  public KeyScope {
    if (!FORM.matcher(key).matches()) {
      throw ProblemException.badRequest(
          "bad-idempotency-key",
          "Bad Idempotency-Key",
          "An Idempotency-Key has 1 to 255 visible ASCII characters.");
    }
  }
}
