package dev.uruimi.engines;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a shop and what must come back.
 *
 * @param capture names for values of the answer: a JSON pointer, {@code header:<Name>}, or {@code
 *     body} for a whole short text
 */
public record ScenarioStep(
    String name, Request request, Expectation expect, Map<String, String> capture) {

  /**
   * A request; path, header values, the strings of {@code json} and the values of {@code form} may
   * hold <code>${captured}</code>. Cookies that earlier steps were given go with it, as in a
   * browser.
   *
   * @param json body, or null for none
   * @param form fields of a body as a browser's form sends them; at most one of the two
   */
  public record Request(
      String method,
      String path,
      Map<String, String> headers,
      @Nullable Object json,
      Map<String, String> form) {

    /** A request without a form. */
    public Request(String method, String path, Map<String, String> headers, @Nullable Object json) {
      this(method, path, headers, json, Map.of());
    }
  }

  /**
   * What the answer must be.
   *
   * @param status accepted status codes
   * @param json values by JSON pointer
   * @param contains text that the body must hold, or null
   */
  public record Expectation(
      List<Integer> status, Map<String, Object> json, @Nullable String contains) {}
}
