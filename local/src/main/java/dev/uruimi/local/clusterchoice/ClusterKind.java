package dev.uruimi.local.clusterchoice;

/** Clusters that are asked for by kind; the one of a context is asked for by its name. */
public enum ClusterKind {
  EMBEDDED,
  SIMULATED,
  KIND,
  K3D
}
