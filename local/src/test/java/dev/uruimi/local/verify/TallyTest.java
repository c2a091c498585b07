package dev.uruimi.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.verify.TestCase.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

  private final TestCase passed = test("local", "ATest", Outcome.PASSED);
  private final TestCase failed = test("local", "BTest", Outcome.FAILED);
  private final TestCase skipped = test("local", "CTest", Outcome.SKIPPED);
  private final TestCase skippedShop = test("local", "RealShopIT", Outcome.SKIPPED);
  private final TestCase skippedEndToEnd = test("e2e", "FaultsIT", Outcome.SKIPPED);

  @Test
  void countsWhatPassedFailedAndWasSkipped() {
    var tally = Tally.of(List.of(passed, passed, failed, skipped), true);

    assertThat(tally.line()).isEqualTo("2 passed, 1 failed, 1 skipped");
    assertThat(tally.good()).isFalse();
  }

  @Test
  void isGoodWhenSomethingPassedAndNothingFailed() {
    assertThat(Tally.of(List.of(passed, skipped), true).good()).isTrue();
    assertThat(Tally.of(List.of(), true).good()).isFalse();
    assertThat(Tally.of(List.of(skipped), true).good()).isFalse();
  }

  @Test
  void whereRealShopsCanRunASkippedTestOfThemIsAFailure() {
    var cases = List.of(passed, skipped, skippedShop, skippedEndToEnd);

    assertThat(Tally.of(cases, true).line()).isEqualTo("1 passed, 2 failed, 1 skipped");
    assertThat(Tally.of(cases, false).line()).isEqualTo("1 passed, 0 failed, 3 skipped");
  }

  @Test
  void whatNeedsAnArchiveThatNobodyHasMayBeSkipped() {
    var skip =
        new TestCase(
            "e2e", "WooIT", "sells", Outcome.SKIPPED, "URUIMI_WORDPRESS_ARCHIVE is not set");

    assertThat(Tally.of(List.of(passed, skip), true).line())
        .isEqualTo("1 passed, 0 failed, 1 skipped");
  }

  private static TestCase test(String module, String type, Outcome outcome) {
    return new TestCase(module, "dev.uruimi." + type, "works", outcome, "");
  }
}
