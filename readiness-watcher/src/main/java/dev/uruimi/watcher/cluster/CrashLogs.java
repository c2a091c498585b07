package dev.uruimi.watcher.cluster;

import dev.uruimi.events.StoreId;
import dev.uruimi.watcher.diagnosis.Container;
import dev.uruimi.watcher.diagnosis.Container.Ended;
import dev.uruimi.watcher.diagnosis.CrashCause;
import dev.uruimi.watcher.diagnosis.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the last log lines of a container that crashed without a termination message, to find out
 * why. Only the cause that is recognised is kept, never a line. Reading is done aside; the store is
 * looked at again once it is done.
 */
public final class CrashLogs {

  private static final int LINES = 30;
  private static final int REMEMBERED = 2000;

  private final ContainerLogs logs;
  private final Executor executor;
  private final Consumer<StoreId> done;
  private final Map<String, Optional<CrashCause>> causes =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<CrashCause>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param done is told of a store of which a log has been read
   */
  public CrashLogs(ContainerLogs logs, Executor executor, Consumer<StoreId> done) {
    this.logs = logs;
    this.executor = executor;
    this.done = done;
  }

  /** The pod with what its crashed containers' logs said, as far as they have been read. */
  Pod explain(StoreId id, Pod pod) {
    if (pod.ready() || pod.containers().stream().noneMatch(CrashLogs::isUnexplained)) {
      return pod;
    }
    var containers = new ArrayList<Container>();
    for (var container : pod.containers()) {
      containers.add(isUnexplained(container) ? explain(id, pod, container) : container);
    }
    return new Pod(
        pod.name(), pod.uid(), pod.jobName(), pod.ready(), pod.unschedulable(), containers);
  }

  private static boolean isUnexplained(Container container) {
    var end = container.lastEnd();
    return end != null && end.exitCode() != 0 && end.cause() == null && !container.ready();
  }

  private Container explain(StoreId id, Pod pod, Container container) {
    var cause = cause(id, pod, container);
    if (cause == null) {
      return container;
    }
    var now = container.state() instanceof Ended ended ? with(ended, cause) : container.state();
    var last = container.last();
    return new Container(
        container.name(),
        container.image(),
        container.init(),
        container.ready(),
        now,
        container.restarts(),
        last == null || now instanceof Ended ? last : with(last, cause));
  }

  private static Ended with(Ended ended, CrashCause cause) {
    return new Ended(ended.exitCode(), ended.reason(), ended.at(), cause);
  }

  private @Nullable CrashCause cause(StoreId id, Pod pod, Container container) {
    var key = pod.uid() + "/" + container.name() + "/" + container.ends();
    synchronized (causes) {
      var known = causes.get(key);
      if (known != null) {
        return known.orElse(null);
      }
      causes.put(key, Optional.empty());
    }
    var previous = container.state() instanceof Container.Running;
    executor.execute(() -> read(id, key, pod.name(), container.name(), previous));
    return null;
  }

  private void read(StoreId id, String key, String pod, String container, boolean previous) {
    var lines = logs.lastLines(id.namespace(), pod, container, previous, LINES);
    var found = CrashCause.in(String.join("\n", lines));
    if (found.isPresent()) {
      synchronized (causes) {
        causes.put(key, found);
      }
      done.accept(id);
    }
  }
}
