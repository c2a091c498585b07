package dev.uruimi.certify.invariants;

import dev.uruimi.certify.snapshot.Snapshot;
import dev.uruimi.certify.snapshot.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** store-api's table says what the log says. */
final class TableIsTheFold implements Invariant {

  @Override
  public String name() {
    return "the projection equals the fold of the log";
  }

  @Override
  public boolean isForGood() {
    return false;
  }

  @Override
  public List<Violation> check(Snapshot snapshot) {
    var fold = new TreeMap<String, Folded>();
    for (var event : snapshot.log()) {
      fold.put(
          event.storeId(), fold.getOrDefault(event.storeId(), Folded.ABSENT).after(event.event()));
    }
    var violations = new ArrayList<Violation>();
    fold.forEach(
        (id, folded) -> {
          var row = snapshot.row(id).orElse(null);
          if (!agree(folded, row)) {
            violations.add(
                new Violation(
                    name(),
                    id,
                    "the log says %s, the table %s".formatted(text(folded), text(row))));
          }
        });
    snapshot.rows().stream()
        .filter(row -> !fold.containsKey(row.storeId()))
        .map(row -> new Violation(name(), row.storeId(), "the log does not know it"))
        .forEach(violations::add);
    return violations;
  }

  private static boolean agree(Folded folded, @Nullable TableRow row) {
    if (row == null) {
      return folded.equals(Folded.ABSENT);
    }
    return folded.status().equals(row.status())
        && folded.attempt() == row.attempt()
        && Objects.equals(folded.reason(), row.reason());
  }

  private static String text(Folded folded) {
    return text(folded.status(), folded.attempt(), folded.reason());
  }

  private static String text(@Nullable TableRow row) {
    return row == null ? "nothing" : text(row.status(), row.attempt(), row.reason());
  }

  private static String text(String status, int attempt, @Nullable String reason) {
    return "%s/%d%s".formatted(status, attempt, reason == null ? "" : " (" + reason + ")");
  }
}
