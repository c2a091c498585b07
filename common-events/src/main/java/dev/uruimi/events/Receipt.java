package dev.uruimi.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a deletion removed. The counts are by Kubernetes kind, for example {@code
 * PersistentVolumeClaim: 2}; those that are null were not told by the version that wrote them.
 *
 * @param existed what there was when the clean-up began
 * @param removed all that was taken away, what appeared after it began included
 * @param kept what was left on purpose: volumes whose reclaim policy is Retain
 * @param askedAt when the deletion was first asked for
 * @param durationMillis from the start of the clean-up until verified gone
 * @param verifiedAt when nothing was left
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
    @Nullable Map<String, Integer> existed,
    Map<String, Integer> removed,
    @Nullable Map<String, Integer> kept,
    @Nullable Instant askedAt,
    long durationMillis,
    Instant verifiedAt) {

  /** A receipt of what was removed alone, as the first version wrote it. */
  public Receipt(Map<String, Integer> removed, long durationMillis, Instant verifiedAt) {
    this(null, removed, null, null, durationMillis, verifiedAt);
  }
}
