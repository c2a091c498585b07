package dev.uruimi.watcher.cluster;

import dev.uruimi.events.StoreId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Keeps the facts of one kind as the informer tells them. */
final class FactHandler<T extends HasMetadata, F> implements ResourceEventHandler<T> {

  private final String kind;
  private final Function<T, String> namespace;
  private final Facts<F> facts;
  private final Function<T, Optional<? extends F>> translation;
  private final Consumer<StoreId> changed;

  FactHandler(
      String kind,
      Function<T, String> namespace,
      Facts<F> facts,
      Function<T, Optional<? extends F>> translation,
      Consumer<StoreId> changed) {
    this.kind = kind;
    this.namespace = namespace;
    this.facts = facts;
    this.translation = translation;
    this.changed = changed;
  }

  @Override
  public void onAdd(T object) {
    StoreNamespaces.storeOf(namespace.apply(object)).ifPresent(id -> keep(id, object));
  }

  @Override
  public void onUpdate(T before, T object) {
    onAdd(object);
  }

  @Override
  public void onDelete(T object, boolean finalStateUnknown) {
    StoreNamespaces.storeOf(namespace.apply(object))
        .ifPresent(
            id -> {
              facts.remove(id, key(object));
              changed.accept(id);
            });
  }

  private void keep(StoreId id, T object) {
    translation
        .apply(object)
        .ifPresentOrElse(
            fact -> facts.put(id, key(object), fact), () -> facts.remove(id, key(object)));
    changed.accept(id);
  }

  private String key(T object) {
    return kind + "/" + object.getMetadata().getName();
  }
}
