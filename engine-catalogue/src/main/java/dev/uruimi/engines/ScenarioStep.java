package dev.uruimi.engines;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a shop and what must come back.
 *
 * @param capture names for values of the answer: a JSON pointer, or {@code header:<Name>}
 */
public record ScenarioStep(
    String name, Request request, Expectation expect, Map<String, String> capture) {

  /**
   * A request; path, header values and the strings of {@code json} may hold <code>${captured}
   * </code>.
   *
   * @param json body, or null for none
   */
  public record Request(
      String method, String path, Map<String, String> headers, @Nullable Object json) {}

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
