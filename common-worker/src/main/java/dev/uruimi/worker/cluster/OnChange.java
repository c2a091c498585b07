package dev.uruimi.worker.cluster;

import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.function.Consumer;

/**
 * Hands over every object that appears, changes or goes.
 *
 * @param then sees the object as it is, or as it last was
 */
public record OnChange<T>(Consumer<? super T> then) implements ResourceEventHandler<T> {

  @Override
  public void onAdd(T object) {
    then.accept(object);
  }

  @Override
  public void onUpdate(T before, T object) {
    then.accept(object);
  }

  @Override
  public void onDelete(T object, boolean unknown) {
    then.accept(object);
  }
}
