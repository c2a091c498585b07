package dev.uruimi.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A fact about a store. Facts of one store are ordered; readers allow fields they do not know. */
public sealed interface StoreEvent {

  /** The store it is about; key of the record and subject of the envelope. */
  StoreId storeId();

  /** The attempt it belongs to, from 1; facts of an older attempt are ignored by readers. */
  int attempt();

  /**
   * What distinguishes this fact among those of its store and attempt. The event id is {@code
   * <store>/<attempt>/<discriminator>}, so that a repeat is recognised.
   */
  @JsonIgnore
  String discriminator();

  /** The deterministic event id. */
  @JsonIgnore
  default String id() {
    return storeId() + "/" + attempt() + "/" + discriminator();
  }

  /** A fact that gives a reason. */
  sealed interface WithReason extends StoreEvent {
    Reason reason();
  }

  /** Someone wants this store; every input is pinned. Said by store-api. */
  record StoreRequested(StoreId storeId, int attempt, StoreSpecification store)
      implements StoreEvent {
    @Override
    public String discriminator() {
      return "requested";
    }
  }

  /**
   * It has another name; nothing is provisioned for that. Said by store-api.
   *
   * @param number counts the names given within the attempt, from 1
   */
  record StoreRenamed(StoreId storeId, int attempt, int number, String name) implements StoreEvent {
    @Override
    public String discriminator() {
      return "renamed/" + number;
    }
  }

  /** A step of the provision is in place. Said by the provisioner. */
  record StoreStepCompleted(StoreId storeId, int attempt, Step step, long durationMillis)
      implements StoreEvent {
    @Override
    public String discriminator() {
      return "step/" + step.label();
    }
  }

  /** The Helm release is deployed at this revision; now it is the pods' turn. */
  record StoreInstalled(StoreId storeId, int attempt, int revision, long durationMillis)
      implements StoreEvent {
    @Override
    public String discriminator() {
      return "installed/" + revision;
    }
  }

  /** A customer can buy. The epoch counts the watcher's verdicts of this store. */
  record StoreReady(StoreId storeId, int attempt, int revision, long epoch) implements StoreEvent {
    @Override
    public String discriminator() {
      return "ready/" + epoch;
    }
  }

  /** Was ready and no longer is. */
  record StoreDegraded(StoreId storeId, int attempt, int revision, long epoch, Reason reason)
      implements WithReason {
    @Override
    public String discriminator() {
      return "degraded/" + epoch;
    }
  }

  /**
   * This attempt is not getting there.
   *
   * @param by the service that says so: {@code provisioner}, {@code readiness-watcher}, {@code
   *     store-api}
   * @param epoch the watcher's verdict counter; 0 for the others
   */
  record StoreFailed(StoreId storeId, int attempt, String by, long epoch, Reason reason)
      implements WithReason {
    @Override
    public String discriminator() {
      return "failed/" + by + "/" + epoch;
    }
  }

  /** It must go. Said by store-api. */
  record StoreDeleteRequested(StoreId storeId, int attempt) implements StoreEvent {
    @Override
    public String discriminator() {
      return "delete-requested";
    }
  }

  /** Namespace and release verified gone. Said by cleanup. */
  record StoreDeleted(StoreId storeId, int attempt, Receipt receipt) implements StoreEvent {
    @Override
    public String discriminator() {
      return "deleted";
    }
  }

  /** Not gone yet; cleanup keeps trying. Said once per cause. */
  record StoreDeleteFailed(StoreId storeId, int attempt, Reason reason) implements WithReason {
    @Override
    public String discriminator() {
      // One code may have several causes after each other: another finalizer, another volume.
      return "delete-failed/%s-%08x".formatted(reason.code(), reason.sentence().hashCode());
    }
  }
}
