package dev.uruimi.certify.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.Receipt;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreDegraded;
import dev.uruimi.events.StoreEvent.StoreDeleteFailed;
import dev.uruimi.events.StoreEvent.StoreDeleteRequested;
import dev.uruimi.events.StoreEvent.StoreDeleted;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreEvent.StoreInstalled;
import dev.uruimi.events.StoreEvent.StoreReady;
import dev.uruimi.events.StoreEvent.StoreRenamed;
import dev.uruimi.events.StoreEvent.StoreRequested;
import dev.uruimi.events.StoreEvent.StoreStepCompleted;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The oracle against the table in docs/lifecycle.md, cell by cell. */
class FoldedTest {

  private static final StoreId ID = new StoreId("a000000001");
  private static final Reason REASON = Reason.of(ReasonCode.PODS_NOT_READY, Map.of());

  @Test
  void everyCellOfTheDocumentedTableIsWhatTheOracleSays() throws IOException {
    var wrong = new ArrayList<String>();
    var rows = table();
    var columns = rows.getFirst();
    for (var row : rows.subList(2, rows.size())) {
      for (int column = 1; column < columns.size(); column++) {
        var from = row.getFirst();
        var next = in(from).after(event(columns.get(column), from));
        if (!next.status().equals(row.get(column))) {
          wrong.add(from + " x " + columns.get(column) + " = " + next.status());
        }
      }
    }
    assertThat(rows).hasSizeGreaterThan(10);
    assertThat(wrong).isEmpty();
  }

  @Test
  void anOlderAttemptIsIgnoredUnlessItSaysDeleted() {
    var second = new Folded("requested", 2, -1, null, null);

    assertThat(second.after(event("ready", "requested"))).isEqualTo(second);
    assertThat(second.after(event("deleted", "requested")).status()).isEqualTo("deleted");
  }

  @Test
  void aVerdictThatIsNotNewerChangesNothing() {
    var ready = new Folded("ready", 1, 7, null, null);

    assertThat(ready.after(new StoreDegraded(ID, 1, 1, 7, REASON))).isEqualTo(ready);
    assertThat(ready.after(new StoreDegraded(ID, 1, 1, 8, REASON)).status()).isEqualTo("degraded");
  }

  @Test
  void theProvisionersReasonReplacesTheDeadlines() {
    var expired = new Folded("failed", 1, -1, "deadline_exceeded", "store-api");

    assertThat(expired.after(event("failed (provisioner)", "failed")).reason())
        .isEqualTo("pods_not_ready");
  }

  @Test
  void anEventOfANewerAttemptStandsForItsRequest() {
    var failed = new Folded("failed", 1, 3, "helm_failed", "provisioner");

    assertThat(failed.after(new StoreInstalled(ID, 2, 1, 1)))
        .isEqualTo(new Folded("starting", 2, -1, null, null));
  }

  private static List<List<String>> table() throws IOException {
    return Files.readAllLines(Path.of("../docs/lifecycle.md")).stream()
        .dropWhile(line -> !line.startsWith("| from \\ event"))
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
        .toList();
  }

  private static Folded in(String status) {
    if (status.equals("absent")) {
      return Folded.ABSENT;
    }
    // the row "failed" is of a failure whose author is not known to be the deadline
    return new Folded(status, 1, 1, null, null);
  }

  private static StoreEvent event(String column, String from) {
    var newer = column.endsWith("(next)") ? 2 : 1;
    return switch (column) {
      case "requested (next)" ->
          new StoreRequested(ID, from.equals("absent") ? 1 : newer, specification());
      case "renamed" -> new StoreRenamed(ID, 1, 1, "another");
      case "step completed" -> new StoreStepCompleted(ID, 1, Step.NAMESPACE, 1);
      case "installed" -> new StoreInstalled(ID, 1, 1, 1);
      case "ready" -> new StoreReady(ID, 1, 1, 2);
      case "degraded" -> new StoreDegraded(ID, 1, 1, 2, REASON);
      case "failed (watcher)" -> new StoreFailed(ID, 1, "readiness-watcher", 2, REASON);
      case "failed (provisioner)" -> new StoreFailed(ID, 1, "provisioner", 0, REASON);
      case "failed (store-api)" -> new StoreFailed(ID, 1, "store-api", 0, REASON);
      case "delete requested", "delete requested (next)" -> new StoreDeleteRequested(ID, newer);
      case "delete failed" -> new StoreDeleteFailed(ID, 1, REASON);
      case "deleted" -> new StoreDeleted(ID, 1, new Receipt(Map.of(), 1, Instant.EPOCH));
      default ->
          throw new AssertionError("the table has a column that the oracle lacks: " + column);
    };
  }

  private static StoreSpecification specification() {
    return new StoreSpecification(
        "n", "o", "bench", "1", "small", Map.of(), "h", "http", "default");
  }
}
