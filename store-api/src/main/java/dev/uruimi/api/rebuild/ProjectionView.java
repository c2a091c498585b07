package dev.uruimi.api.rebuild;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the table of stores stands to the log. */
@Schema(name = "Projection")
record ProjectionView(
    List<PartitionView> partitions,
    @Schema(description = "the latest rebuild; null: none yet") @Nullable RunView rebuild,
    @Schema(description = "the latest check; null: none yet") @Nullable RunView check) {

  /** A partition of the log. */
  @Schema(name = "ProjectionPartition")
  record PartitionView(
      int partition,
      @Schema(description = "the next offset to apply") long applied,
      @Schema(description = "where the log ends; null while the broker does not answer")
          @Nullable Long end) {}

  /** A rebuild or a check. */
  @Schema(name = "ProjectionRun")
  record RunView(
      @Schema(allowableValues = {"running", "interrupted", "done", "failed"}) String state,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Schema(description = "records read") long events,
      @Schema(description = "records to read") long ofEvents,
      @Schema(description = "records per second; null where it was too quick to tell")
          @Nullable Long eventsPerSecond,
      long stores,
      @Schema(description = "what came of it; null until it ends") @Nullable Outcome outcome) {

    static RunView of(ProjectionRuns.Noted noted, boolean isHeld, Instant now) {
      var end = noted.endedAt() == null ? now : noted.endedAt();
      var millis = Duration.between(noted.startedAt(), end).toMillis();
      return new RunView(
          noted.state().equals("running") && !isHeld ? "interrupted" : noted.state(),
          noted.startedAt(),
          noted.endedAt(),
          noted.events(),
          noted.ofEvents(),
          millis <= 0 ? null : Long.valueOf(noted.events() * 1000 / millis),
          noted.stores(),
          noted.outcome());
    }
  }
}
