package dev.uruimi.api.peers;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that records read from JSON have all that is not declared {@code @Nullable}. */
final class WholeRecords {

  private WholeRecords() {}

  /**
   * @throws PeerAwayException naming the first field that is missing
   */
  static void check(Object value) {
    switch (value) {
      case Record fields -> checkFields(fields);
      case List<?> items -> items.forEach(item -> check(present(item, "an item")));
      case Map<?, ?> entries -> entries.values().forEach(entry -> check(present(entry, "a value")));
      default -> {}
    }
  }

  private static void checkFields(Record fields) {
    for (var component : fields.getClass().getRecordComponents()) {
      var field = get(component, fields);
      if (field != null) {
        check(field);
      } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        throw new PeerAwayException("Its answer lacks %s.".formatted(component.getName()));
      }
    }
  }

  private static Object present(@Nullable Object value, String what) {
    if (value == null) {
      throw new PeerAwayException("Its answer lacks %s of a list or map.".formatted(what));
    }
    return value;
  }

  private static @Nullable Object get(RecordComponent component, Record fields) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(fields);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
