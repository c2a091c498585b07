package dev.uruimi.local.process;

/** Takes the lines in which long work tells a person what it is doing now. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress SILENT = line -> {};

  /**
   * Tells one thing.
   *
   * @param line short, without a line break
   */
  void line(String line);
}
