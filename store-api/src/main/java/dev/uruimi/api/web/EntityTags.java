package dev.uruimi.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The entity tags of an If-Match or If-None-Match header.
 *
 * @param any the header is {@code *}: any tag will do
 * @param tags as they were sent, in quotes, weak ones with their {@code W/}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, 8.8.3</a>
 */
public record EntityTags(boolean any, List<String> tags) {

  private static final Pattern TAG =
      Pattern.compile("\\G[ \t]*((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\")[ \t]*(,|$)");
  private static final String WEAK = "W/";

  /** The strong tag of this text, which holds no quotes. */
  public static String strong(String text) {
    return '"' + text + '"';
  }

  /**
   * Reads a header.
   *
   * @throws ProblemException 400 when its value is neither {@code *} nor a list of entity tags
   */
  public static EntityTags parse(String header, String value) {
    if (value.strip().equals("*")) {
      return new EntityTags(true, List.of());
    }
    var tags = new ArrayList<String>();
    var matcher = TAG.matcher(value);
    while (matcher.find()) {
      tags.add(matcher.group(1));
      if (matcher.group(2).isEmpty()) {
        return new EntityTags(false, List.copyOf(tags));
      }
    }
    throw ProblemException.badRequest(
        "bad-precondition",
        "Bad " + header,
        header + " is * or a list of entity tags in quotes, as an ETag header gives them.");
  }

  /** Whether a strong tag is among them; weak ones do not count. */
  public boolean holdStrong(String tag) {
    return any || tags.contains(tag);
  }

  /** Whether a tag is among them, weak or strong. */
  public boolean hold(String tag) {
    return holdStrong(tag) || tags.contains(WEAK + tag);
  }
}
