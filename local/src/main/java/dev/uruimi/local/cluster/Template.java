package dev.uruimi.local.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places {@code ${name}}.
 *
 * @param text with the places
 */
record Template(String text) {

  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-zA-Z]+)}");

  /** One of {@code /kubernetes/...} on the class path. */
  static Template resource(String name) {
    try (var stream = Template.class.getResourceAsStream("/kubernetes/" + name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no resource /kubernetes/" + name);
      }
      return new Template(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text with every place filled.
   *
   * @throws IllegalArgumentException for a place without a value
   */
  String fill(Map<String, ?> values) {
    return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(values, place)));
  }

  private static String value(Map<String, ?> values, MatchResult place) {
    var value = values.get(place.group(1));
    if (value == null) {
      throw new IllegalArgumentException("no value for ${" + place.group(1) + "}");
    }
    return value.toString();
  }
}
