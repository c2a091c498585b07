package dev.uruimi.watcher;

import dev.uruimi.events.StoreId;
import java.util.function.Consumer;

/** Has a store looked at. Before there is anybody to look, nothing is lost: all stores are. */
final class Wake implements Consumer<StoreId> {

  private volatile Consumer<StoreId> queue = _ -> {};

  void up(Consumer<StoreId> queue) {
    this.queue = queue;
  }

  @Override
  public void accept(StoreId id) {
    queue.accept(id);
  }
}
