package dev.uruimi.worker.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted.
 *
 * @param attempt the newest attempt asked for
 * @param store the pinned inputs; null in a tombstone of a store that was deleted before its
 *     request was seen
 * @param traceparent trace context of the request that asked for it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoreRecordSpec(
    StoreId storeId,
    Desired desired,
    int attempt,
    @Nullable StoreSpecification store,
    @Nullable String traceparent) {

  /** The same store, to be gone. */
  public StoreRecordSpec absent(int attempt, @Nullable String traceparent) {
    return new StoreRecordSpec(
        storeId, Desired.ABSENT, Math.max(attempt, this.attempt), store, traceparent);
  }
}
