package dev.uruimi.provisioner.preflight;

/** What a chart came to. */
sealed interface Rendering {

  record Objects(Demand demand) implements Rendering {}

  /** The chart's schema refuses the values. */
  record Refused(String message) implements Rendering {}
}
