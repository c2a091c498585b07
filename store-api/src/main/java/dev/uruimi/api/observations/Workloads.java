package dev.uruimi.api.observations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a store's namespace holds now; empty lists when there is none. */
@Schema(name = "Workloads")
record Workloads(
    Instant observedAt,
    List<PodView> pods,
    List<Volume> volumes,
    Quota quota,
    @Nullable LastCheck lastCheck,
    @Schema(description = "while it is deleted: what the namespace still waits for, as sentences")
        List<String> holding) {

  Workloads {
    // the watcher says it only while it has something to say
    holding = holding == null ? List.of() : holding;
  }

  /** A volume claim. */
  @Schema(name = "Volume")
  record Volume(String name, @Schema(example = "Bound") String phase, long requestedBytes) {}

  /** What the namespace may use and uses. */
  @Schema(name = "Quota")
  record Quota(
      @Schema(description = "millicores") @Nullable Usage cpu,
      @Schema(description = "bytes") @Nullable Usage memory,
      @Schema(description = "bytes") @Nullable Usage storage,
      @Nullable Usage pods) {}

  /** A use and its limit. */
  @Schema(name = "Usage")
  record Usage(long used, long hard) {}

  /** The watcher's last look at the shop itself. */
  @Schema(name = "LastCheck")
  record LastCheck(
      Instant at,
      boolean ok,
      @Schema(allowableValues = {"canSell", "live"}) String kind,
      @Schema(description = "what was wrong, as a sentence") @Nullable String detail,
      @Nullable Instant lastSaleCheckAt) {}
}
