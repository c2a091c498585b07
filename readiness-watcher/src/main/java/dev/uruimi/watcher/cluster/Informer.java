package dev.uruimi.watcher.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kind of object, followed over all namespaces; started again when it gave up.
 *
 * @param <T> the kind
 */
final class Informer<T extends HasMetadata> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Informer.class);

  private final String kind;
  private final Informable<T> objects;
  private final Supplier<T> empty;
  private final List<ResourceEventHandler<? super T>> handlers;
  private @Nullable SharedIndexInformer<T> informer;

  Informer(
      String kind,
      Informable<T> objects,
      Supplier<T> empty,
      List<ResourceEventHandler<? super T>> handlers) {
    this.kind = kind;
    this.objects = objects;
    this.empty = empty;
    this.handlers = handlers;
  }

  String kind() {
    return kind;
  }

  /** Starts it, unless it runs. Returns at once. */
  synchronized void ensureRunning() {
    if (informer != null && informer.isRunning()) {
      return;
    }
    if (informer != null) {
      LOG.atWarn().addKeyValue("kind", kind).log("informer gave up, started again");
      informer.stop();
    }
    var fresh = objects.runnableInformer(0);
    fresh.removeNamespaceIndex();
    fresh.itemStore(new SlimItemStore<>(empty));
    fresh.exceptionHandler(
        (_, e) -> {
          LOG.atWarn().addKeyValue("kind", kind).log("informer has trouble: {}", e.toString());
          return true;
        });
    handlers.forEach(fresh::addEventHandler);
    informer = fresh;
    var _ = fresh.start();
  }

  /** Whether what it shows is the present: it has listed everything and its watch is open. */
  synchronized boolean isTrusted() {
    return informer != null && informer.hasSynced() && informer.isWatching();
  }

  @Override
  public synchronized void close() {
    if (informer != null) {
      informer.stop();
    }
  }
}
