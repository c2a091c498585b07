package dev.uruimi.certify;

import dev.uruimi.certify.faults.FaultKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is.
 *
 * @param stores places for stores, at least 1
 * @param kinds to inject
 * @param width how many kinds that hurt the platform come at once
 * @param limit when no further round is begun; null: after every kind came once
 * @param engine what stores are made of
 * @param pods how the report calls that
 * @param choices of the engine by which a store is made to fail
 * @param patience added to what the system may take to converge: shops of real pods take longer
 * @param ledger file of the accepted requests; lives as long as the installation
 * @param results file of the results of all runs; outlives it
 */
public record CampaignSettings(
    long seed,
    int stores,
    List<FaultKind> kinds,
    int width,
    @Nullable Duration limit,
    String engine,
    String pods,
    List<String> choices,
    Duration patience,
    Path ledger,
    Path results) {

  /** Names the schedule: all that its sequence depends on. */
  public String name() {
    return "%s-%d-%d-%d-%s"
        .formatted(
            engine,
            seed,
            stores,
            width,
            Integer.toHexString(
                kinds.stream()
                    .map(kind -> Integer.toString(kind.number()))
                    .collect(Collectors.joining(","))
                    .hashCode()));
  }
}
