package dev.uruimi.local.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at each object when it is new, has changed, or at the next resync. */
record OnEach<T extends HasMetadata>(Action<T> action) implements ResourceEventHandler<T> {

  private static final Logger LOG = LoggerFactory.getLogger(OnEach.class);

  /** What to do about one object; what fails is done again at the next resync. */
  @FunctionalInterface
  interface Action<T> {
    void on(T object) throws IOException;
  }

  @Override
  public void onAdd(T object) {
    act(object);
  }

  @Override
  public void onUpdate(T before, T object) {
    act(object);
  }

  @Override
  public void onDelete(T object, boolean finalStateUnknown) {}

  private void act(T object) {
    try {
      action.on(object);
    } catch (IOException | KubernetesClientException e) {
      LOG.warn("kind={} name={} failed: {}", object.getKind(), object.getMetadata().getName(), e);
    }
  }
}
