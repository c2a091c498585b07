package dev.uruimi.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Lists of an engine's file. */
final class Lists {

  private Lists() {}

  /** Each entry as the check gives it back; of no list, none. */
  static <T> List<T> checked(
      Field field, @Nullable List<@Nullable T> list, BiFunction<Field, T, T> check) {
    var checked = new ArrayList<T>();
    if (list != null) {
      for (int i = 0; i < list.size(); i++) {
        var here = field.to(i);
        checked.add(check.apply(here, here.need(list.get(i))));
      }
    }
    return List.copyOf(checked);
  }
}
