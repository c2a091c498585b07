package dev.uruimi.api.stores;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.uruimi.api.lifecycle.TimelineEntry;
import dev.uruimi.events.Receipt;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A store as clients see it. */
@Schema(name = "Store")
public record StoreView(
    @Schema(example = "k7m2p9x4qd") String id,
    @Schema(description = "number of its latest change; its ETag is that in quotes") long version,
    String name,
    @Schema(description = "opaque id of the owner") String owner,
    String engine,
    @Schema(description = "version of the engine's chart, pinned at creation") String engineVersion,
    String plan,
    @Schema(description = "values of the chart that were chosen at creation")
        Map<String, Object> values,
    @Schema(
            allowableValues = {
              "requested",
              "provisioning",
              "starting",
              "ready",
              "degraded",
              "failed",
              "deleting",
              "deleted",
              "delete_failed"
            })
        String status,
    @JsonProperty("error_reason") @Schema(description = "why, as a sentence")
        @Nullable String errorReason,
    @Nullable ReasonView reason,
    @Schema(
            description = "links to the shop's pages by name",
            example = "{\"shop\": \"http://store-k7m2p9x4qd.localhost/\"}")
        Map<String, String> urls,
    String host,
    String namespace,
    @Schema(description = "the cluster it lives in") String cell,
    Instant created,
    @Schema(description = "from the request of this attempt to ready")
        @Nullable Long readyAfterMillis,
    int attempt,
    List<TimelineEntry> timeline,
    @Schema(description = "what a deletion removed") @Nullable Receipt receipt,
    @Schema(description = "a person has to look at it") boolean needsAttention,
    @Schema(description = "why, as a sentence") @Nullable String attention,
    @Schema(description = "what a retry would do now") RetryView retry) {

  /** Why it is not as it should be, for programs. */
  @Schema(name = "Reason")
  public record ReasonView(
      @Schema(example = "image_pull") String code,
      Map<String, String> parameters,
      @Schema(description = "whether a retry can help") boolean retryable,
      @Schema(description = "what to do about it") String remedy,
      @Schema(
              description = "id of what the cluster showed then, in GET /stores/{id}/evidence",
              example = "k7m2p9x4qd/1/failed-1")
          @Nullable String evidence) {}
}
