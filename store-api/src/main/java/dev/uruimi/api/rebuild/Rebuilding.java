package dev.uruimi.api.rebuild;

import dev.uruimi.api.history.EventLogs;
import dev.uruimi.api.history.Fold;
import dev.uruimi.api.history.LogReader;
import dev.uruimi.api.projection.LogProgress;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes the table anew: folds what it has applied of the log, from offset 0, into a shadow table,
 * then swaps. The table is served and written all the while; only the swap holds writers, for as
 * long as it takes to fold what they said last. What lies behind the applied offsets, and the
 * outbox, stay what they are. A run that dies leaves rows that the next one throws away.
 */
@Component
class Rebuilding {

  /** So little is left to read that writers may wait for it. */
  private static final long LITTLE = 500;

  private static final int ROUNDS = 20;

  private final EventLogs logs;
  private final LogProgress applied;
  private final ShadowTable shadow;
  private final Swap swap;

  Rebuilding(EventLogs logs, LogProgress applied, ShadowTable shadow, Swap swap) {
    this.logs = logs;
    this.applied = applied;
    this.shadow = shadow;
    this.swap = swap;
  }

  /**
   * @param removeUnknown whether rows go that the log does not know
   */
  Outcome run(RunProgress progress, boolean removeUnknown) {
    shadow.clear();
    try (var log = logs.open()) {
      var folded = foldAll(log, progress);
      for (var round = 0; round < ROUNDS && left(folded) > LITTLE; round++) {
        new CatchUp(log, shadow, progress).upTo(folded, applied.nextOffsets());
      }
      progress.note(true);
      return swap.swap(log, folded, progress, removeUnknown);
    }
  }

  private Map<Integer, Long> foldAll(LogReader log, RunProgress progress) {
    var stretches = log.fromBeginning(applied.nextOffsets());
    stretches.forEach(stretch -> progress.expect(stretch.size()));
    var folded = new HashMap<Integer, Long>();
    for (var stretch : stretches) {
      var fold = Fold.ofAll();
      log.read(
          stretch,
          record -> {
            fold.accept(record);
            progress.read();
          });
      var stores = fold.stores().values();
      shadow.writeLogged(progress.run(), stores);
      progress.folded(stores.size());
      folded.put(stretch.partition(), stretch.to());
    }
    return folded;
  }

  private long left(Map<Integer, Long> folded) {
    return applied.nextOffsets().entrySet().stream()
        .mapToLong(end -> end.getValue() - folded.getOrDefault(end.getKey(), 0L))
        .sum();
  }
}
