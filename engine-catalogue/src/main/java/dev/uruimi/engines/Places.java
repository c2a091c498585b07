package dev.uruimi.engines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills <code>${place}</code>s in the strings of a tree that has been parsed before, so that no
 * value can change the tree's structure.
 */
public final class Places {

  private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]*)}");

  private final Map<String, String> values;

  public Places(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * The text with its places filled.
   *
   * @throws IllegalArgumentException naming a place that has no value
   */
  public String fill(String text) {
    return PLACE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
  }

  /** A copy of the map with all strings in it filled, keys excepted. */
  public Map<String, Object> fill(Map<String, ?> tree) {
    var filled = new LinkedHashMap<String, Object>();
    tree.forEach((key, value) -> filled.put(key, fillAny(value)));
    return filled;
  }

  Object fillAny(Object node) {
    return switch (node) {
      case String text -> fill(text);
      case Map<?, ?> map -> {
        var filled = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> filled.put(String.valueOf(key), fillAny(value)));
        yield filled;
      }
      case List<?> list -> {
        var filled = new ArrayList<Object>();
        list.forEach(item -> filled.add(fillAny(item)));
        yield filled;
      }
      default -> node;
    };
  }

  private String value(String place) {
    var value = values.get(place);
    if (value == null) {
      throw new IllegalArgumentException("nothing is known for ${" + place + "}");
    }
    return value;
  }
}
