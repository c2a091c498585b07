package dev.uruimi.local.process;

import java.util.List;

/**
 * One node of the graph of what {@code uruimi up} brings up: a process that is kept running, or a
 * piece of set-up between processes.
 */
public sealed interface Part permits Unit, Step {

  /** Unique, lower case with hyphens; names log and status. */
  String name();

  /** Names of the parts that must be ready before this one starts. */
  List<String> requires();
}
