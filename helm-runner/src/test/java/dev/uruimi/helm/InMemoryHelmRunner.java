package dev.uruimi.helm;

import dev.uruimi.helm.ReleaseState.Present;
import dev.uruimi.helm.ReleaseState.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A Helm without cluster, for tests; keeps the port's contract. */
public final class InMemoryHelmRunner implements HelmRunner {

  private final Map<String, List<Present>> releases = new HashMap<>();
  private final Runnable touched;
  private final Consumer<Installation> objects;

  /**
   * @param touched called before and after every change
   * @param objects makes the chart's objects, or throws what Helm would
   */
  public InMemoryHelmRunner(Runnable touched, Consumer<Installation> objects) {
    this.touched = touched;
    this.objects = objects;
  }

  /** Makes this the newest revision. */
  public void put(String namespace, String release, Present revision) {
    var all = revisions(namespace, release);
    all.removeIf(known -> known.revision() >= revision.revision());
    all.add(revision);
  }

  /** Has nothing of the release any more, without a touch: its namespace went. */
  public void forget(String namespace, String release) {
    releases.remove(namespace + "/" + release);
  }

  @Override
  public ReleaseState status(String namespace, String release) {
    touched.run();
    return newest(namespace, release);
  }

  @Override
  public int install(Installation installation) {
    touched.run();
    if (newest(installation.namespace(), installation.release()) instanceof Present) {
      throw new HelmException(HelmFailure.STATE_CHANGED, "cannot re-use a name");
    }
    return deploy(installation, 1, Status.PENDING_INSTALL);
  }

  @Override
  public int upgrade(Installation installation) {
    touched.run();
    return switch (newest(installation.namespace(), installation.release())) {
      case Present newest when newest.status().finished() ->
          deploy(installation, newest.revision() + 1, Status.PENDING_UPGRADE);
      default -> throw new HelmException(HelmFailure.STATE_CHANGED, "has no deployed releases");
    };
  }

  @Override
  public void uninstall(String namespace, String release) {
    touched.run();
    if (newest(namespace, release) instanceof Present newest) {
      put(namespace, release, new Present(Status.UNINSTALLING, newest.revision(), ""));
      touched.run();
    }
    releases.remove(namespace + "/" + release);
    touched.run();
  }

  @Override
  public void abandon(String namespace, String release, int revision) {
    touched.run();
    revisions(namespace, release)
        .removeIf(known -> known.revision() == revision && !known.status().finished());
    touched.run();
  }

  /** State of the release, without a touch. */
  public ReleaseState newest(String namespace, String release) {
    var all = revisions(namespace, release);
    return all.isEmpty() ? new ReleaseState.Absent() : all.getLast();
  }

  private int deploy(Installation installation, int revision, Status pending) {
    record(installation, new Present(pending, revision, "underway"));
    touched.run();
    try {
      objects.accept(installation);
    } catch (HelmException e) {
      record(installation, new Present(Status.FAILED, revision, "failed"));
      throw e;
    }
    touched.run();
    record(installation, new Present(Status.DEPLOYED, revision, installation.description()));
    touched.run();
    return revision;
  }

  private void record(Installation installation, Present revision) {
    put(installation.namespace(), installation.release(), revision);
  }

  private List<Present> revisions(String namespace, String release) {
    return releases.computeIfAbsent(namespace + "/" + release, _ -> new ArrayList<>());
  }
}
