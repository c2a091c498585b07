package dev.uruimi.certify.report;

import dev.uruimi.certify.faults.FaultKind;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs added up.
 *
 * @param pods what the stores were made of
 * @param rows one for each kind that was tried
 */
public record Summary(
    String pods,
    List<Long> seeds,
    int runs,
    long minutes,
    int rounds,
    int requests,
    int storesMade,
    int violations,
    List<Row> rows) {

  /** Of the runs with such pods; other runs are left out. */
  public static Summary of(List<RunResult> all, String pods, List<FaultKind> kinds) {
    var runs = all.stream().filter(run -> run.pods().equals(pods)).toList();
    var injections = runs.stream().flatMap(run -> run.injections().stream()).toList();
    return new Summary(
        pods,
        List.copyOf(new TreeSet<>(runs.stream().map(RunResult::seed).toList())),
        runs.size(),
        runs.stream().mapToLong(RunResult::seconds).sum() / 60,
        runs.stream().mapToInt(RunResult::rounds).sum(),
        runs.stream().mapToInt(RunResult::requests).sum(),
        runs.stream().mapToInt(RunResult::storesMade).sum(),
        runs.stream().mapToInt(run -> run.violations().size()).sum(),
        kinds.stream().map(kind -> row(kind, injections)).filter(Objects::nonNull).toList());
  }

  private static @Nullable Row row(FaultKind kind, List<InjectionResult> all) {
    var mine = all.stream().filter(it -> it.fault() == kind.number()).toList();
    if (mine.isEmpty()) {
      return null;
    }
    var done = mine.stream().filter(it -> it.skipped() == null).toList();
    var times =
        done.stream()
            .map(InjectionResult::convergedMillis)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    return new Row(
        kind.number(),
        kind.name(),
        done.size(),
        mine.size() - done.size(),
        done.stream().mapToInt(InjectionResult::stores).sum(),
        done.stream().mapToInt(InjectionResult::violations).sum(),
        times.isEmpty() ? null : times.get(times.size() / 2),
        times.isEmpty() ? null : times.getLast());
  }
}
