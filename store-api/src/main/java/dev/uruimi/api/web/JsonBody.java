package dev.uruimi.api.web;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies strictly: no duplicate names, nothing behind the end. */
public final class JsonBody {

  private static final int DEEPEST = 50;

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBody() {}

  /**
   * The JSON object that the body is.
   *
   * @throws ProblemException 400 for anything else
   */
  public static JsonNode object(byte[] body) {
    try {
      var tree = STRICT.readTree(body);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (StreamConstraintsException e) {
      throw ProblemException.badRequest(
          "malformed-json",
          "JSON out of bounds",
          "The body nests deeper than %d levels or holds a number of more than 1000 digits."
              .formatted(DEEPEST));
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw ProblemException.badRequest(
          "malformed-json",
          "Malformed JSON",
          at == null
              ? "The body is not JSON."
              : "The body is not JSON (line %d, column %d)."
                  .formatted(at.getLineNr(), at.getColumnNr()));
    }
    throw ProblemException.badRequest(
        "malformed-json", "Malformed JSON", "The body is no JSON object.");
  }
}
