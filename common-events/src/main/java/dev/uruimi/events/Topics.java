package dev.uruimi.events;

/** Names of topics. One topic of store events per cell; one dead-letter topic per consumer. */
public final class Topics {

  /** All facts about stores of the default cell, keyed by store id. */
  public static final String STORE_EVENTS = "uruimi.store-events";

  /**
   * Partitions of {@link #STORE_EVENTS}; never changes, since it would break the order per store.
   */
  public static final int PARTITIONS = 48;

  private Topics() {}

  /** Where a consumer puts what it cannot read. */
  public static String deadLetters(String service) {
    return STORE_EVENTS + "." + service + ".dlt";
  }
}
