package dev.uruimi.local;

import dev.uruimi.local.build.Machine;
import dev.uruimi.local.clusterchoice.ClusterChoice;
import dev.uruimi.local.process.Program;
import dev.uruimi.local.process.Trees;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.CtrlC;
import dev.uruimi.local.terminal.TaskReport;
import dev.uruimi.local.terminal.Terminal;
import dev.uruimi.local.verify.MavenTests;
import dev.uruimi.local.verify.Reports;
import dev.uruimi.local.verify.TestPart;
import dev.uruimi.local.verify.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs all tests, or some, and counts them. */
@Command(
    name = "test",
    description = {
      "Run the tests: unit (only the JVM), it (real servers), e2e (the whole system),",
      "compose (the platform by Docker Compose; only when named).",
      "The last line counts them; exits with 0 only when tests ran and none failed."
    })
final class TestCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PART",
      arity = "0..*",
      description = "unit, it, e2e, compose; without any: the first three.")
  private List<TestPart> named = new ArrayList<>();

  private final UruimiHome home = UruimiHome.of(System.getenv());
  private final Terminal terminal = Terminal.of(System.getenv(), System.out);
  private final Machine machine = Machine.here();

  @Override
  public Integer call() throws Exception {
    var parts = parts();
    if (parts.contains(TestPart.E2E) || parts.contains(TestPart.COMPOSE)) {
      OtherInstallation.refuse(home);
    }
    var reports = new Reports(home.repository());
    var log = home.log("tests");
    try (var ctrlC = CtrlC.handled()) {
      prepare(parts);
      reports.clear();
      var built = run(parts, log, ctrlC);
      var strict = System.getenv("CI") != null && machine.canRunShops();
      return Verdict.of(reports, built, strict, log).tell(terminal);
    }
  }

  private Set<TestPart> parts() {
    if (!named.isEmpty()) {
      return EnumSet.copyOf(named);
    }
    if (machine.canRunShops()) {
      return TestPart.USUAL;
    }
    terminal.line("The end-to-end tests need Linux and root; they are left out.");
    return EnumSet.of(TestPart.UNIT, TestPart.IT);
  }

  private boolean run(Set<TestPart> parts, Path log, CtrlC ctrlC) throws Exception {
    var state = Files.createTempDirectory("uruimi-test-");
    var own = new UruimiHome(home.repository(), home.cache(), state);
    ctrlC.undoing(() -> takeDown(own));
    try (var report = TaskReport.on(terminal, Clock.systemUTC())) {
      return new MavenTests(own, log, report, Clock.systemUTC()).run(parts);
    } finally {
      takeDown(own);
    }
  }

  private void prepare(Set<TestPart> parts) throws IOException, InterruptedException {
    var preparation = new Preparation(home, terminal, machine);
    if (parts.contains(TestPart.E2E)) {
      preparation.run(new Platform(home, Extras.read(home), new ClusterChoice.Embedded()));
    }
    if (parts.contains(TestPart.E2E) || parts.contains(TestPart.IT)) {
      preparation.tests();
    }
  }

  /** Whatever the tests left: their installation, and its folder. */
  private static void takeDown(UruimiHome home) {
    try {
      if (Files.exists(home.run())) {
        DownCommand.takeDown(home, Program.copyOfThis(home));
      }
      Trees.delete(home.state());
    } catch (Exception e) {
      throw new CommandFailed(
          "The tests' installation was not taken down: " + e.getMessage(),
          "URUIMI_STATE=" + home.state() + " ./uruimi down --purge");
    }
  }
}
