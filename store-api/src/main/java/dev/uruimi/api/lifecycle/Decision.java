package dev.uruimi.api.lifecycle;

import dev.uruimi.events.StoreEvent;
import java.util.List;

/** The answer to a command. */
public sealed interface Decision {

  /** Carried out by saying these events; none when things are already as asked. */
  record Accepted(List<StoreEvent> events) implements Decision {
    static Accepted of(StoreEvent... events) {
      return new Accepted(List.of(events));
    }
  }

  /** Not carried out. */
  record Refused(Refusal refusal) implements Decision {}
}
