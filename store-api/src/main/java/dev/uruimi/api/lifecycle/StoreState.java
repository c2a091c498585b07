package dev.uruimi.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.uruimi.events.Reason;
import dev.uruimi.events.Receipt;
import dev.uruimi.events.Step;
import org.jspecify.annotations.Nullable;

/**
 * Where a store is, as far as its events tell.
 *
 * <pre>
 * requested -> provisioning -> starting -> ready <-> degraded
 *     |             |             |          ^
 *     +-------------+------+------+          | StoreReady heals
 *                          v                 |
 *                        failed -------------+      retry: the next attempt is requested
 *
 * any of them -> deleting -> deleted               delete_failed on the way
 * </pre>
 */
public sealed interface StoreState {

  /** Nobody ever asked for it. */
  record Absent() implements StoreState {}

  /** It was asked for. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Requested.class, name = "requested"),
    @JsonSubTypes.Type(value = Provisioning.class, name = "provisioning"),
    @JsonSubTypes.Type(value = Starting.class, name = "starting"),
    @JsonSubTypes.Type(value = Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Degraded.class, name = "degraded"),
    @JsonSubTypes.Type(value = Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Deleting.class, name = "deleting"),
    @JsonSubTypes.Type(value = DeleteFailed.class, name = "delete_failed"),
    @JsonSubTypes.Type(value = Deleted.class, name = "deleted")
  })
  sealed interface Existing extends StoreState {
    Attempt attempt();

    @JsonIgnore
    Status status();

    /** Why it is not as it should be; null while all is well. */
    default @Nullable Reason reason() {
      return null;
    }
  }

  /** It is wanted. */
  sealed interface Wanted extends Existing {}

  /** It is wanted and not there yet: the deadline counts. */
  sealed interface Coming extends Wanted {}

  /** It must go; nothing brings it back. */
  sealed interface Leaving extends Existing {}

  record Requested(Attempt attempt) implements Coming {
    @Override
    public Status status() {
      return Status.REQUESTED;
    }
  }

  /**
   * The provisioner is at work.
   *
   * @param step the furthest step completed
   */
  record Provisioning(Attempt attempt, Step step) implements Coming {
    @Override
    public Status status() {
      return Status.PROVISIONING;
    }
  }

  /** The release is deployed; it is the pods' turn. */
  record Starting(Attempt attempt) implements Coming {
    @Override
    public Status status() {
      return Status.STARTING;
    }
  }

  /** A customer can buy. */
  record Ready(Attempt attempt) implements Wanted {
    @Override
    public Status status() {
      return Status.READY;
    }
  }

  record Degraded(Attempt attempt, Reason reason) implements Wanted {
    @Override
    public Status status() {
      return Status.DEGRADED;
    }
  }

  /**
   * This attempt is not getting there.
   *
   * @param by the service that said so
   */
  record Failed(Attempt attempt, String by, Reason reason) implements Wanted {
    @Override
    public Status status() {
      return Status.FAILED;
    }
  }

  record Deleting(Attempt attempt) implements Leaving {
    @Override
    public Status status() {
      return Status.DELETING;
    }
  }

  record DeleteFailed(Attempt attempt, Reason reason) implements Leaving {
    @Override
    public Status status() {
      return Status.DELETE_FAILED;
    }
  }

  record Deleted(Attempt attempt, Receipt receipt) implements Leaving {
    @Override
    public Status status() {
      return Status.DELETED;
    }
  }
}
