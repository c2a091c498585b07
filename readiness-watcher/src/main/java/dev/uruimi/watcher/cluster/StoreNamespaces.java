package dev.uruimi.watcher.cluster;

import dev.uruimi.events.StoreId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which namespaces are stores'. */
final class StoreNamespaces {

  private static final String PREFIX = "store-";

  private StoreNamespaces() {}

  /** The store of a namespace; empty when the namespace is none of ours. */
  static Optional<StoreId> storeOf(@Nullable String namespace) {
    return Optional.ofNullable(namespace)
        .filter(name -> name.startsWith(PREFIX))
        .map(name -> name.substring(PREFIX.length()))
        .filter(StoreId::isValid)
        .map(StoreId::new);
  }
}
