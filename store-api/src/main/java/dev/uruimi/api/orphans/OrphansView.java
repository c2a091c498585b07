package dev.uruimi.api.orphans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What does not belong together. */
@Schema(name = "Orphans")
record OrphansView(
    @Schema(description = "null: not yet") @Nullable Instant sweptAt,
    @Schema(description = "how long a finding is only shown") long graceMillis,
    List<Finding> findings,
    @Schema(
            description =
                "why nothing without a record is removed although its time has come, as a sentence;"
                    + " null: nothing is held")
        @Nullable String held,
    @Schema(description = "how many are held: the number that force has to name") int heldCount,
    @Schema(description = "why the newest sweep did not take place, as a sentence; null: it did")
        @Nullable String skipped) {

  /** Something without a store, or a store without anything. */
  @Schema(name = "Orphan")
  record Finding(
      @Schema(allowableValues = {"namespace", "release", "volume", "evidence", "record", "store"})
          String kind,
      String name,
      @Nullable String storeId,
      @Schema(description = "as a sentence") String why,
      @Schema(description = "null: nothing is remembered") @Nullable Instant since,
      @Schema(description = "null: it is only shown") @Nullable Instant removeAt,
      @Schema(description = "what happens, or what to do") String action) {}
}
