package dev.uruimi.provisioner.reconcile;

import dev.uruimi.events.Reason;
import dev.uruimi.helm.HelmRunner;
import dev.uruimi.helm.ReleaseState;
import dev.uruimi.provisioner.blueprint.Blueprints;
import dev.uruimi.provisioner.blueprint.NoBlueprintException;
import dev.uruimi.provisioner.cluster.StoreCluster;
import dev.uruimi.provisioner.decide.NextAct;
import dev.uruimi.provisioner.decide.Observation;
import dev.uruimi.provisioner.decide.Observation.Leftovers;
import dev.uruimi.provisioner.decide.Observation.Namespace;
import dev.uruimi.worker.record.StoreRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at what the next decision needs, and no more. */
public final class Observer {

  private final Blueprints blueprints;
  private final StoreCluster cluster;
  private final HelmRunner helm;

  public Observer(Blueprints blueprints, StoreCluster cluster, HelmRunner helm) {
    this.blueprints = blueprints;
    this.cluster = cluster;
    this.helm = helm;
  }

  Observation observe(StoreRecord record) {
    var id = record.storeId();
    var namespace = cluster.namespace(id);
    var release = release(record, namespace);
    var looked = release instanceof ReleaseState.Absent && isPrepared(record, namespace);
    var leftovers =
        looked && !record.getStatus().everReady() ? cluster.leftovers(id) : Leftovers.NONE;
    return new Observation(refusal(record), namespace, release, leftovers);
  }

  private ReleaseState release(StoreRecord record, Namespace namespace) {
    var name = record.storeId().namespace();
    return isPrepared(record, namespace) ? helm.status(name, name) : new ReleaseState.Absent();
  }

  private static boolean isPrepared(StoreRecord record, Namespace namespace) {
    var provision = record.getStatus().provision();
    return namespace == Namespace.ACTIVE && provision != null && NextAct.isPrepared(provision);
  }

  private @Nullable Reason refusal(StoreRecord record) {
    try {
      blueprints.of(record.storeId(), Objects.requireNonNull(record.getSpec().store()));
      return null;
    } catch (NoBlueprintException e) {
      return e.reason();
    }
  }
}
