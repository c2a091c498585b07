package dev.uruimi.local.stores;

import java.util.Optional;

/**
 * Puts server-sent events together, line by line.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML standard</a>
 */
final class ServerSentEvents {

  /**
   * One event.
   *
   * @param name {@code message} when the server gave none
   * @param id of this or the last event that had one; may be empty
   */
  record Event(String name, String id, String data) {}

  private String name = "";
  private String id = "";
  private final StringBuilder data = new StringBuilder();

  /** Takes a line without its end; gives an event when the line completes one. */
  Optional<Event> line(String line) {
    if (line.isEmpty()) {
      return complete();
    }
    var colon = line.indexOf(':');
    var field = colon < 0 ? line : line.substring(0, colon);
    var value = colon < 0 ? "" : line.substring(colon + 1);
    take(field, value.startsWith(" ") ? value.substring(1) : value);
    return Optional.empty();
  }

  private void take(String field, String value) {
    switch (field) {
      case "event" -> name = value;
      case "data" -> data.append(value).append('\n');
      case "id" -> id = value.indexOf('\0') < 0 ? value : id;
      default -> {
        // comments and fields nobody here needs
      }
    }
  }

  private Optional<Event> complete() {
    var event =
        data.isEmpty()
            ? Optional.<Event>empty()
            : Optional.of(
                new Event(
                    name.isEmpty() ? "message" : name, id, data.substring(0, data.length() - 1)));
    name = "";
    data.setLength(0);
    return event;
  }
}
