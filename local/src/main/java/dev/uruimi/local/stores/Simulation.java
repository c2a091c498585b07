package dev.uruimi.local.stores;

/** What is said wherever pods are simulated. */
public final class Simulation {

  public static final String LABEL = "SIMULATED: nodes of this cluster only pretend to run pods.";

  private Simulation() {}
}
