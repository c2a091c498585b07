package dev.uruimi.local.process;

/**
 * Something that is built once into the cache folder and found there ever after. Implementations
 * are safe to kill at any moment and to run again: a result appears in the cache whole (by an
 * atomic rename) or not at all, and two runs at once build once.
 */
public interface BuildTask {

  /** What is built, for a person: "Kubernetes 1.36.3". */
  String name();

  /** Whether the result is in the cache; costs milliseconds. */
  boolean upToDate();

  /**
   * Builds unless up to date. Interrupting the thread ends the work and its child processes.
   *
   * @param progress takes a line at the start of each piece of work
   * @throws Exception with a message a person can act on
   */
  void run(Progress progress) throws Exception;
}
