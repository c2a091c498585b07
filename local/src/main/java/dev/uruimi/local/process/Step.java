package dev.uruimi.local.process;

import java.util.List;

/**
 * Set-up between units: runs once in every life of the supervisor, before the parts that require
 * it, so it must be idempotent and quick when nothing is left to do. A step that throws is tried
 * again with growing pauses.
 *
 * @param name unique
 * @param requires names of the parts that must be ready first
 * @param action makes it so
 * @param undo run by {@code uruimi down} once all that required this step is stopped; idempotent,
 *     and right too after a crash or when the action never ran
 */
public record Step(String name, List<String> requires, Action action, Action undo) implements Part {

  /** What a step does. */
  @FunctionalInterface
  public interface Action {

    /** Does nothing. */
    Action NONE = progress -> {};

    /**
     * Does it, or throws with a message a person can act on.
     *
     * @param progress takes lines that tell what is being done
     */
    void run(Progress progress) throws Exception;
  }

  public Step {
    requires = List.copyOf(requires);
  }

  /** A step with nothing to undo. */
  public static Step of(String name, List<String> requires, Action action) {
    return new Step(name, requires, action, Action.NONE);
  }
}
