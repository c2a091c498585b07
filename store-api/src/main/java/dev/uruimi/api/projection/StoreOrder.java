package dev.uruimi.api.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The orders of lists, each total: stores of the same key stand by id. Stores that are not ready
 * yet come last in both orders of readiness.
 */
public enum StoreOrder {
  CREATED("created", "created", false, Kind.INSTANT),
  CREATED_LATEST("-created", "created", true, Kind.INSTANT),
  NAME("name", "sort_name", false, Kind.TEXT),
  NAME_REVERSED("-name", "sort_name", true, Kind.TEXT),
  READY_AFTER("readyAfter", "coalesce(ready_after, 9223372036854775807)", false, Kind.NUMBER),
  READY_AFTER_LONGEST("-readyAfter", "coalesce(ready_after, -1)", true, Kind.NUMBER);

  private enum Kind {
    INSTANT,
    NUMBER,
    TEXT
  }

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private final String label;
  private final String expression;
  private final boolean descending;
  private final Kind kind;

  StoreOrder(String label, String expression, boolean descending, Kind kind) {
    this.label = label;
    this.expression = expression;
    this.descending = descending;
    this.kind = kind;
  }

  /** The name in the API. */
  public String label() {
    return label;
  }

  /** The order of this name. */
  public static Optional<StoreOrder> of(String label) {
    return Arrays.stream(values()).filter(order -> order.label.equals(label)).findFirst();
  }

  /** Whether the text can be the key of a store in this order. */
  public boolean isKey(String text) {
    try {
      return !text.contains("\0")
          && (kind != Kind.INSTANT || isTime(Instant.parse(text)))
          && (kind != Kind.NUMBER || Long.parseLong(text) >= -1);
    } catch (DateTimeParseException | NumberFormatException _) {
      return false;
    }
  }

  String expression() {
    return expression;
  }

  /** Only what stands behind {@code :key, :id}. */
  String behind() {
    return "(%s, id) %s (:key, :id)".formatted(expression, descending ? "<" : ">");
  }

  String ordering() {
    var direction = descending ? " desc" : "";
    return expression + direction + ", id" + direction;
  }

  /** The key as the database wants it. */
  Object parameter(String key) {
    return switch (kind) {
      case INSTANT -> Timestamp.from(Instant.parse(key));
      case NUMBER -> Long.valueOf(key);
      case TEXT -> key;
    };
  }

  /** The key of a row, as text. */
  String key(ResultSet row, String column) throws SQLException {
    return kind == Kind.INSTANT
        ? row.getTimestamp(column).toInstant().toString()
        : row.getString(column);
  }

  private static boolean isTime(Instant time) {
    return time.isAfter(Instant.EPOCH) && time.isBefore(LAST);
  }
}
