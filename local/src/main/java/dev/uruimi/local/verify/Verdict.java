package dev.uruimi.local.verify;

import dev.uruimi.local.terminal.ExitCode;
import dev.uruimi.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run of the tests came to. */
public final class Verdict {

  private final Tally tally;
  private final Path log;

  private Verdict(Tally tally, Path log) {
    this.tally = tally;
    this.log = log;
  }

  /**
   * Reads the reports.
   *
   * @param built whether Maven came to its end; when not, that counts as a failure of its own
   * @param strict whether a skipped test of the whole system counts as failed
   */
  public static Verdict of(Reports reports, boolean built, boolean strict, Path log)
      throws IOException {
    var cases = new ArrayList<>(reports.read());
    if (!built) {
      cases.add(
          new TestCase(
              "maven",
              "build",
              "comes to its end",
              TestCase.Outcome.FAILED,
              MavenComplaint.in(log)));
    }
    return new Verdict(Tally.of(List.copyOf(cases), strict), log);
  }

  /** Tells the failures, and at the end, alone on its line, the count. */
  public int tell(Terminal terminal) {
    tally.of(TestCase.Outcome.SKIPPED).forEach(test -> tell(terminal, "skipped", test));
    tally.of(TestCase.Outcome.FAILED).forEach(test -> tell(terminal, terminal.red("✘"), test));
    terminal.line("The whole log: " + log);
    if (tally.cases().isEmpty()) {
      terminal.line("No test ran.");
    }
    terminal.line(tally.line());
    return tally.good() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static void tell(Terminal terminal, String mark, TestCase test) {
    terminal.line("%s %s: %s.%s".formatted(mark, test.module(), test.type(), test.name()));
    test.message().lines().forEach(line -> terminal.line("    " + Terminal.harmless(line)));
  }
}
