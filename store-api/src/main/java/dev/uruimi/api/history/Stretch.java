package dev.uruimi.api.history;

/**
 * A part of the log.
 *
 * @param from the first offset
 * @param to the offset behind the last
 */
public record Stretch(int partition, long from, long to) {

  /** How many offsets it has. */
  public long size() {
    return Math.max(0, to - from);
  }
}
