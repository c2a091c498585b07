package dev.uruimi.local.stores;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Prints every entry of a store's timeline once, whatever of it a resumed stream repeats. */
final class EventsShown implements Consumer<Store> {

  private final Output output;
  private final Set<JsonNode> shown = new HashSet<>();

  EventsShown(Output output) {
    this.output = output;
  }

  @Override
  public void accept(Store store) {
    var entries = store.json().path("timeline");
    for (int i = 0; i < entries.size(); i++) {
      if (shown.add(entries.get(i))) {
        output
            .terminal()
            .line(
                output.json()
                    ? entries.get(i).toString()
                    : StoreText.event(store.timeline().get(i)));
      }
    }
  }
}
