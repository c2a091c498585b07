package dev.uruimi.local.verify;

import dev.uruimi.local.verify.TestCase.Outcome;
import java.util.List;

/** All tests of a run, counted. */
record Tally(List<TestCase> cases) {

  /**
   * @param strict whether a skipped test of the whole system counts as failed
   */
  static Tally of(List<TestCase> cases, boolean strict) {
    return new Tally(
        cases.stream()
            .map(
                it ->
                    strict && it.outcome() == Outcome.SKIPPED && it.needsTheWholeSystem()
                        ? it.failed()
                        : it)
            .toList());
  }

  long count(Outcome outcome) {
    return cases.stream().filter(it -> it.outcome() == outcome).count();
  }

  /** Whether something was tested and nothing failed. */
  boolean good() {
    return count(Outcome.FAILED) == 0 && count(Outcome.PASSED) > 0;
  }

  List<TestCase> of(Outcome outcome) {
    return cases.stream().filter(it -> it.outcome() == outcome).toList();
  }

  /** {@code 12 passed, 0 failed, 1 skipped}. */
  String line() {
    return "%d passed, %d failed, %d skipped"
        .formatted(count(Outcome.PASSED), count(Outcome.FAILED), count(Outcome.SKIPPED));
  }
}
