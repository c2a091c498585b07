package dev.uruimi.api.observations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pod of a shop. */
@Schema(name = "Pod")
record PodView(
    String name,
    @Schema(description = "label app.kubernetes.io/component") @Nullable String component,
    @Schema(example = "Running") String phase,
    boolean ready,
    @Schema(description = "of all its containers") int restarts,
    @Nullable Instant startedAt,
    @Nullable String node,
    List<ContainerView> containers) {

  /** A container of a pod. */
  @Schema(name = "Container")
  record ContainerView(
      String name,
      @Schema(description = "whether it runs before the others") boolean init,
      @Schema(allowableValues = {"running", "waiting", "terminated"}) String state,
      @Schema(example = "ImagePullBackOff") @Nullable String reason,
      @Nullable String message,
      String image,
      int restarts) {}
}
