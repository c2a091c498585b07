package dev.uruimi.provisioner.decide;

import dev.uruimi.events.Reason;
import dev.uruimi.helm.ReleaseState;
import org.jspecify.annotations.Nullable;

/**
 * What there is of a store.
 *
 * @param refusal why the store can never be provisioned here as it was asked for, or null
 * @param namespace state of its namespace
 * @param release state of its Helm release; not looked at before the namespace is prepared
 * @param leftovers volume claims and pods while there is no release; not looked at otherwise
 */
public record Observation(
    @Nullable Reason refusal, Namespace namespace, ReleaseState release, Leftovers leftovers) {

  /** State of the namespace. */
  public enum Namespace {
    ABSENT,
    ACTIVE,
    TERMINATING
  }

  /** What an earlier release left behind. */
  public enum Leftovers {
    NONE,
    PRESENT,
    /** All of it is being removed. */
    TERMINATING
  }
}
