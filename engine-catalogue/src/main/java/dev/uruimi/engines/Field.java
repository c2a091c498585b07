package dev.uruimi.engines;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in an engine's file.
 *
 * @param path names, and indexes as digits
 */
record Field(List<String> path) {

  static final Field ROOT = new Field(List.of());

  static Field of(String... path) {
    return new Field(List.of(path));
  }

  Field to(String name) {
    return new Field(Stream.concat(path.stream(), Stream.of(name)).toList());
  }

  Field to(int index) {
    return to(String.valueOf(index));
  }

  Field parent() {
    return new Field(path.subList(0, path.size() - 1));
  }

  /**
   * What the field holds.
   *
   * @throws BadFieldException for null and for a text of nothing but spaces
   */
  <T> T need(@Nullable T value) {
    if (value == null) {
      throw bad("is missing");
    }
    if (value instanceof String text && text.isBlank()) {
      throw bad("is empty");
    }
    return value;
  }

  BadFieldException bad(String reason) {
    return new BadFieldException(this, reason);
  }

  /** As people write it: {@code plans.small.quota}. */
  @Override
  public String toString() {
    return path.isEmpty() ? "the file" : path.stream().collect(Collectors.joining("."));
  }
}
