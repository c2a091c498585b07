package dev.uruimi.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The chart's values that a store may choose for itself; each is one text, number or truth value.
 *
 * @param paths of the values, by the names on the way
 * @param schema JSON Schema of a tree of these values and no others, with the chart's defaults
 */
public record Choices(List<List<String>> paths, Map<String, Object> schema) {

  private static final int LONGEST_TEXT = 1000;
  private static final long LARGEST_NUMBER = 1L << 53;

  /**
   * Something in a tree of values that cannot be taken.
   *
   * @param path names on the way
   * @param reason to be read after the path
   */
  public record Complaint(List<String> path, String reason) {}

  /**
   * What a tree of values holds besides choices, and choices that are not one plain text, number or
   * truth value. Whether they follow the {@link #schema()} is not looked at. However the tree is
   * made, no more of it is walked than the choices' own paths.
   */
  public List<Complaint> complaints(Map<?, ?> values) {
    var complaints = new ArrayList<Complaint>();
    walk(List.of(), values, complaints);
    return complaints;
  }

  private void walk(List<String> at, Map<?, ?> values, List<Complaint> complaints) {
    values.forEach(
        (name, value) -> {
          var path = new ArrayList<>(at);
          path.add(String.valueOf(name));
          if (paths.contains(path)) {
            check(path, value, complaints);
          } else if (paths.stream().noneMatch(choice -> isBelow(choice, path))) {
            complaints.add(new Complaint(path, "is not a choice of this engine; " + known()));
          } else if (value instanceof Map<?, ?> below) {
            walk(path, below, complaints);
          } else {
            complaints.add(new Complaint(path, "must be an object"));
          }
        });
  }

  private static void check(
      List<String> path, @org.jspecify.annotations.Nullable Object value, List<Complaint> found) {
    switch (value) {
      case null -> found.add(new Complaint(path, "must not be null; leave it out instead"));
      case Boolean _ -> {}
      case String text -> {
        if (text.length() > LONGEST_TEXT) {
          var reason = "must have at most %d characters, not %d";
          found.add(new Complaint(path, reason.formatted(LONGEST_TEXT, text.length())));
        } else if (!text.codePoints().allMatch(Choices::isPlain)) {
          found.add(
              new Complaint(path, "must not hold control characters or halves of characters"));
        }
      }
      case Number number -> {
        if (!(Math.abs(number.doubleValue()) <= LARGEST_NUMBER)) {
          found.add(new Complaint(path, "must be a number of at most 2^53"));
        }
      }
      default ->
          found.add(new Complaint(path, "must be one text, number or truth value, not a tree"));
    }
  }

  private String known() {
    return paths.isEmpty()
        ? "it has none"
        : "choices are " + String.join(", ", paths.stream().map(p -> String.join(".", p)).toList());
  }

  private static boolean isBelow(List<String> choice, List<String> path) {
    return choice.size() > path.size() && choice.subList(0, path.size()).equals(path);
  }

  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
