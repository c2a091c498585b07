package dev.uruimi.api.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the platform is. */
@Schema(name = "PlatformHealth")
record HealthView(
    Instant at,
    List<ServiceView> services,
    List<PartView> parts,
    @Schema(description = "how far readers of the log are behind; those that are known now")
        List<LagView> lag,
    @Schema(description = "not handled yet; null while they cannot be counted")
        @Nullable Long deadLetters,
    @Schema(description = "null while the readiness-watcher does not tell")
        @Nullable Capacity capacity) {

  /** How a part is. */
  enum Condition {
    UP,
    IMPAIRED,
    DOWN;

    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A service. */
  @Schema(name = "ServiceHealth")
  record ServiceView(
      @Schema(allowableValues = {"store-api", "provisioner", "readiness-watcher", "cleanup"})
          String name,
      @Schema(
              type = "string",
              allowableValues = {"up", "down", "impaired"})
          Condition status,
      @Schema(description = "what is wrong, as a sentence") @Nullable String detail,
      @Schema(description = "null when it did not") @Nullable Long answeredMillis) {}

  /** What the services stand on. */
  @Schema(name = "PartHealth")
  record PartView(
      @Schema(allowableValues = {"kafka", "postgres", "cluster", "ingress"}) String name,
      @Schema(
              type = "string",
              allowableValues = {"up", "down", "impaired"})
          Condition status,
      @Schema(description = "what is wrong, as a sentence") @Nullable String detail) {}

  /** How far a reader of the log is behind. */
  @Schema(name = "Lag")
  record LagView(String group, long events, int partitionsBehind) {}

  /** What the cluster's nodes can take. */
  @Schema(name = "Capacity")
  record Capacity(
      int nodes,
      boolean simulated,
      @Schema(description = "millicores") Room cpu,
      @Schema(description = "bytes") Room memory,
      Room pods) {}

  /** What is asked for and what there is. */
  @Schema(name = "Room")
  record Room(long requested, long allocatable) {}
}
