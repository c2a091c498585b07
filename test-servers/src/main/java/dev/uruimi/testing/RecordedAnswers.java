package dev.uruimi.testing;

/** Answers of services that other services' tests read; the answering service proves them. */
public final class RecordedAnswers {

  /**
   * Cleanup's {@code GET /sweep?all=true} where aaaaaaaaaa has a record, bbbbbbbbbb a namespace
   * alone, and something looks like the deleted cccccccccc.
   */
  public static final String SWEEP =
      """
      {"sweptAt": "2026-11-24T10:00:00Z", "graceMillis": 3600000,
       "findings": [
         {"kind": "namespace", "name": "store-bbbbbbbbbb", "storeId": "bbbbbbbbbb",
          "why": "No record knows its store.", "since": "2026-11-24T09:00:00Z", "removeAt": null,
          "action": "Held: too much at once."},
         {"kind": "namespace", "name": "store-cccccccccc", "storeId": "cccccccccc",
          "why": "It looks like a store's but Uruimi's labels do not say so.", "since": null,
          "removeAt": null, "action": "Only shown; remove it by hand."}],
       "held": "1 of 1 stores' namespaces have no record.", "heldCount": 1, "skipped": null,
       "records": ["aaaaaaaaaa"], "namespaces": ["bbbbbbbbbb"]}
      """;

  private RecordedAnswers() {}
}
