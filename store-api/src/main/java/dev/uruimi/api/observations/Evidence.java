package dev.uruimi.api.observations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cluster showed when a store failed; secrets are masked. */
@Schema(name = "Evidence")
record Evidence(@Schema(description = "the newest first") List<Capture> evidence) {

  /** One failure. */
  @Schema(name = "Capture")
  record Capture(
      @Schema(example = "k7m2p9x4qd/1/failed-2") String id,
      Instant at,
      int attempt,
      @Schema(allowableValues = {"failed", "degraded"}) String status,
      Cause reason,
      List<PodView> pods,
      List<ClusterEvent> events,
      List<Log> logs,
      @Nullable Probe probe,
      @Nullable Release release,
      List<Node> nodes) {}

  /** Why. */
  @Schema(name = "Cause")
  record Cause(@Schema(example = "image_pull") String code, String sentence) {}

  /** An event of Kubernetes. */
  @Schema(name = "ClusterEvent")
  record ClusterEvent(
      Instant at,
      @Schema(example = "Warning") String type,
      String reason,
      @Schema(example = "Pod/shop-5c9d7") String object,
      String message,
      int count) {}

  /** The last lines of a container. */
  @Schema(name = "Log")
  record Log(
      String pod,
      String container,
      @Schema(description = "of the container before the last restart") boolean previous,
      List<String> lines) {}

  /** The question to the shop that failed. */
  @Schema(name = "Probe")
  record Probe(
      Instant at,
      @Schema(example = "a cart can be made") String step,
      @Schema(example = "GET /store/regions") String request,
      @Nullable Integer status,
      @Nullable String error,
      @Schema(description = "its first 500 characters") @Nullable String body) {}

  /** The Helm release. */
  @Schema(name = "Release")
  record Release(String status, int revision) {}

  /** A node pods were on. */
  @Schema(name = "Node")
  record Node(
      String name,
      boolean ready,
      @Schema(example = "[\"MemoryPressure\"]") List<String> pressure) {}
}
