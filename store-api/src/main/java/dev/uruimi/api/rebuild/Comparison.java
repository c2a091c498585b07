package dev.uruimi.api.rebuild;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.projection.StoreColumns;
import dev.uruimi.events.EventCodec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares rows of the table with what the log tells, field by field. */
final class Comparison {

  private static final int MOST_NAMED = 200;
  private static final int LONGEST_VALUE = 200;

  private final List<Difference> differences = new ArrayList<>();
  private long different;

  /**
   * Compares a row.
   *
   * @param row null: the table has none
   * @param logged what the log tells
   * @param shown that, with what the outbox says after it
   */
  void add(
      String id, ServedRows.@Nullable Served row, @Nullable Store logged, @Nullable Store shown) {
    var found = new ArrayList<Difference>();
    if (row == null) {
      found.add(new Difference(id, "row", null, status(shown)));
    } else if (shown == null) {
      found.add(new Difference(id, "row", status(ShadowTable.store(row.current())), null));
    } else {
      json(id, "logged", row.logged(), logged, found);
      json(id, "current", row.current(), shown, found);
      var derived = StoreColumns.of(shown).derived();
      derived.forEach(
          (column, value) -> {
            if (!Objects.equals(value, row.derived().get(column))) {
              found.add(new Difference(id, column, text(row.derived().get(column)), text(value)));
            }
          });
    }
    if (!found.isEmpty()) {
      different++;
      found.stream().limit(MOST_NAMED - differences.size()).forEach(differences::add);
    }
  }

  Outcome outcome(long stores, long events) {
    var sentence =
        different == 0
            ? "The table is what %d events of %d stores tell.".formatted(events, stores)
            : "%d rows are not what the log tells; `projection rebuild` makes them anew."
                .formatted(different);
    return new Outcome(sentence, 0, different, List.copyOf(differences));
  }

  private static void json(
      String id,
      String field,
      @Nullable String table,
      @Nullable Store log,
      List<Difference> found) {
    var told = log == null ? null : EventCodec.JSON.writeValueAsString(log);
    if (!Objects.equals(table, told)) {
      compare(id, field, tree(table), tree(told), found);
    }
  }

  private static void compare(
      String id, String path, JsonNode table, JsonNode log, List<Difference> found) {
    if (table.equals(log)) {
      return;
    }
    if (table.isObject() && log.isObject()) {
      var names = new LinkedHashSet<>(table.propertyNames());
      names.addAll(log.propertyNames());
      names.forEach(
          name -> compare(id, path + "/" + name, table.path(name), log.path(name), found));
    } else if (table.isArray() && log.isArray() && table.size() == log.size()) {
      for (var index = 0; index < table.size(); index++) {
        compare(id, path + "/" + index, table.get(index), log.get(index), found);
      }
    } else {
      found.add(new Difference(id, path, shown(table), shown(log)));
    }
  }

  private static JsonNode tree(@Nullable String json) {
    if (json == null) {
      return JsonNodeFactory.instance.nullNode();
    }
    var tree = EventCodec.JSON.readTree(json);
    ((ObjectNode) tree).remove("attention");
    return tree;
  }

  private static @Nullable String shown(JsonNode value) {
    return value.isMissingNode() || value.isNull()
        ? null
        : text(value.isString() ? value.stringValue() : value.toString());
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    var text = value.toString();
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
  }

  private static @Nullable String status(@Nullable Store store) {
    return store == null ? null : store.state().status().label();
  }
}
