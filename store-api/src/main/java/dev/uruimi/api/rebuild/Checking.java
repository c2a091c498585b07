package dev.uruimi.api.rebuild;

import dev.uruimi.api.history.EventLogs;
import dev.uruimi.api.history.Fold;
import dev.uruimi.api.projection.LogProgress;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Folds what the table has applied of the log, from offset 0, and compares row by row. The table is
 * seen as it is at one moment, however long that takes. That a store needs attention is not
 * compared: it is no part of the log.
 */
@Component
class Checking {

  private final EventLogs logs;
  private final LogProgress applied;
  private final ServedRows served;

  Checking(EventLogs logs, LogProgress applied, ServedRows served) {
    this.logs = logs;
    this.applied = applied;
    this.served = served;
  }

  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public Outcome run(RunProgress progress) {
    var comparison = new Comparison();
    try (var log = logs.open()) {
      var stretches = log.fromBeginning(applied.nextOffsets());
      stretches.forEach(stretch -> progress.expect(stretch.size()));
      var unpublished = served.inOutbox();
      var seen = new HashSet<String>();
      for (var stretch : stretches) {
        var fold = Fold.ofAll();
        log.read(
            stretch,
            record -> {
              fold.accept(record);
              progress.read();
            });
        compare(fold, unpublished, comparison);
        seen.addAll(fold.stores().keySet());
        progress.folded(fold.stores().size());
      }
      unseen(seen, comparison);
    }
    progress.note(true);
    return comparison.outcome(progress.stores(), progress.events());
  }

  private void compare(Fold fold, Set<String> unpublished, Comparison comparison) {
    var stores = fold.stores();
    var rows = served.find(stores.keySet());
    stores.forEach(
        (id, logged) ->
            comparison.add(
                id,
                rows.get(id),
                logged,
                unpublished.contains(id) ? served.shown(id, logged) : logged));
  }

  /** Rows that only the outbox knows, or nobody. */
  private void unseen(Set<String> seen, Comparison comparison) {
    var others = served.ids();
    others.removeAll(seen);
    var rows = served.find(others);
    others.forEach(id -> comparison.add(id, rows.get(id), null, served.shown(id, null)));
  }
}
