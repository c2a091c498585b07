package dev.uruimi.provisioner.preflight;

/** What a cluster without room means for a store that somebody wants. */
public enum CapacityPolicy {
  /** It is refused: the cluster has the nodes it has. */
  REFUSE,
  /** It is accepted: nodes come, by an autoscaler or by hand. */
  IGNORE
}
