package dev.uruimi.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Map;

/**
 * What a deletion removed.
 *
 * @param removed counts by Kubernetes kind, for example {@code PersistentVolumeClaim: 2}
 * @param durationMillis from the start of the clean-up until verified gone
 * @param verifiedAt when nothing was left
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Receipt(Map<String, Integer> removed, long durationMillis, Instant verifiedAt) {}
