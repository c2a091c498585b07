package dev.uruimi.api.replays;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay does.
 *
 * @param replays at most 100
 * @param total how many stores were chosen; ask again for the rest
 */
@Schema(name = "Replays")
record ReplayView(boolean dryRun, List<Item> replays, long total) {

  /** A store. */
  @Schema(name = "Replay")
  record Item(
      String id,
      String name,
      String status,
      int attempt,
      @Schema(description = "code of its reason") @Nullable String reason,
      @Nullable Instant lastEventAt,
      int eventsInLog,
      @Schema(description = "whether the table tells what its events in the log tell")
          boolean consistent,
      @Schema(allowableValues = {"request", "delete-request", "none"}) String action,
      @Schema(description = "the attempt that is asked for; null: none")
          @Nullable Integer nextAttempt,
      @Schema(description = "as a sentence") String does,
      @Schema(description = "why it is not replayed, as a sentence") @Nullable String refused) {}
}
