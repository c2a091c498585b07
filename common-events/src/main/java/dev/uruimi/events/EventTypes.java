package dev.uruimi.events;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The CloudEvents types and their Java records. */
public final class EventTypes {

  private static final Map<String, Class<? extends StoreEvent>> BY_NAME =
      Map.of(
          "dev.uruimi.store.requested.v1", StoreEvent.StoreRequested.class,
          "dev.uruimi.store.renamed.v1", StoreEvent.StoreRenamed.class,
          "dev.uruimi.store.step-completed.v1", StoreEvent.StoreStepCompleted.class,
          "dev.uruimi.store.installed.v1", StoreEvent.StoreInstalled.class,
          "dev.uruimi.store.ready.v1", StoreEvent.StoreReady.class,
          "dev.uruimi.store.degraded.v1", StoreEvent.StoreDegraded.class,
          "dev.uruimi.store.failed.v1", StoreEvent.StoreFailed.class,
          "dev.uruimi.store.delete-requested.v1", StoreEvent.StoreDeleteRequested.class,
          "dev.uruimi.store.deleted.v1", StoreEvent.StoreDeleted.class,
          "dev.uruimi.store.delete-failed.v1", StoreEvent.StoreDeleteFailed.class);

  private static final Map<Class<? extends StoreEvent>, String> BY_CLASS =
      BY_NAME.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private EventTypes() {}

  /** The type name of an event class. */
  public static String nameOf(Class<? extends StoreEvent> eventClass) {
    var name = BY_CLASS.get(eventClass);
    if (name == null) {
      throw new IllegalArgumentException("no event type for " + eventClass);
    }
    return name;
  }

  /** The event class of a type name; empty for one this version does not know. */
  public static Optional<Class<? extends StoreEvent>> classOf(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** All type names. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }
}
