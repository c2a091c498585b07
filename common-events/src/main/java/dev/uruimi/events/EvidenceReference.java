package dev.uruimi.events;

/**
 * Names what the flight recorder keeps of a failure or a degradation: {@code
 * <store>/<attempt>/<status>-<mark>}, the {@code id} of a capture in {@code GET
 * /stores/{id}/evidence}. It follows from the event, so whoever says the event need not wait for
 * the capture.
 */
public final class EvidenceReference {

  private static final String FAILED = "failed";
  private static final String DEGRADED = "degraded";

  private EvidenceReference() {}

  /**
   * Of a {@link StoreEvent.StoreFailed}.
   *
   * @param by who says it
   * @param epoch the watcher's verdict counter; 0 for the others
   */
  public static String ofFailure(StoreId store, int attempt, String by, long epoch) {
    return of(store, attempt, FAILED, epoch == 0 ? by : String.valueOf(epoch));
  }

  /** Of a {@link StoreEvent.StoreDegraded}. */
  public static String ofDegradation(StoreId store, int attempt, long epoch) {
    return of(store, attempt, DEGRADED, String.valueOf(epoch));
  }

  private static String of(StoreId store, int attempt, String status, String mark) {
    return "%s/%d/%s-%s".formatted(store, attempt, status, mark);
  }
}
