package dev.uruimi.api.rebuild;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What came of a run.
 *
 * @param sentence for people
 * @param changed rows that were written or removed
 * @param different rows that differ from the log
 * @param differences the first of them, a field each
 */
@Schema(name = "ProjectionOutcome")
record Outcome(String sentence, long changed, long different, List<Difference> differences) {

  static Outcome of(String sentence) {
    return new Outcome(sentence, 0, 0, List.of());
  }
}
