package dev.uruimi.api.projection;

import dev.uruimi.api.lifecycle.Status;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which stores a list holds.
 *
 * @param statuses in one of these; none: in any but deleted
 * @param engines of one of these; none: of any
 * @param owners of one of these; none: of any
 * @param text name or id holds it, in capitals or not; null: whatever they are
 * @param deletedSince deleted ones before this are left out
 */
public record StoreFilter(
    Set<Status> statuses,
    Set<String> engines,
    Set<String> owners,
    @Nullable String text,
    Instant deletedSince) {

  /** The statuses it lets through. */
  public Set<Status> wanted() {
    return statuses.isEmpty() ? EnumSet.complementOf(EnumSet.of(Status.DELETED)) : statuses;
  }

  /** As a condition; {@code everyStatus} lets all statuses through. */
  String condition(boolean everyStatus) {
    return "(status <> 'deleted' or moved_at > :deletedSince)"
        + (everyStatus ? "" : " and status in (:statuses)")
        + (engines.isEmpty() ? "" : " and engine in (:engines)")
        + (owners.isEmpty() ? "" : " and owner in (:owners)")
        + (text == null ? "" : " and strpos(search, lower(:text)) > 0");
  }
}
