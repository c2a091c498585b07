package dev.uruimi.events;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Checks that a record read from JSON has every field that is not declared {@code @Nullable}. */
final class RequiredFields {

  private final String path;

  RequiredFields(String path) {
    this.path = path;
  }

  void check(Object value) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      var field = get(component, value);
      if (field == null && !isNullable(component)) {
        throw new BadEventException(path + ": field " + component.getName() + " is missing");
      }
      if (field instanceof Integer attempt
          && component.getName().equals("attempt")
          && attempt < 1) {
        throw new BadEventException(path + ": attempt is not from 1: " + attempt);
      }
      if (field instanceof Record nested) {
        new RequiredFields(path + "." + component.getName()).check(nested);
      }
    }
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Object get(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
