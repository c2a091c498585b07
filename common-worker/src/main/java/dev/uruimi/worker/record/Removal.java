package dev.uruimi.worker.record;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.uruimi.events.Receipt;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a clean-up.
 *
 * @param attempt of the delete request that was taken up
 * @param inventory what was there before anything was removed, counted by kind; null until written
 * @param seen everything that was ever there to remove: uids by kind; null when the removal is over
 * @param cause sentence of the last delete failure that was said, or null
 * @param receipt once StoreDeleted has been said
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Removal(
    int attempt,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant startedAt,
    @Nullable Map<String, Integer> inventory,
    @Nullable Map<String, Set<String>> seen,
    @Nullable String cause,
    @Nullable Receipt receipt) {

  /** A removal of which nothing is remembered but its inventory. */
  public Removal(
      int attempt,
      Instant startedAt,
      @Nullable Map<String, Integer> inventory,
      @Nullable String cause,
      @Nullable Receipt receipt) {
    this(attempt, startedAt, inventory, null, cause, receipt);
  }
}
