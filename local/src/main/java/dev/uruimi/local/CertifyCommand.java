package dev.uruimi.local;

import dev.uruimi.certify.Campaign;
import dev.uruimi.certify.CampaignSettings;
import dev.uruimi.certify.faults.FaultKinds;
import dev.uruimi.certify.invariants.Violation;
import dev.uruimi.certify.report.GeneratedSection;
import dev.uruimi.certify.report.ReportText;
import dev.uruimi.certify.report.Results;
import dev.uruimi.certify.report.RunResult;
import dev.uruimi.certify.report.Summary;
import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.local.certify.CertifyOptions;
import dev.uruimi.local.certify.ShownProgress;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.services.OfferedEngines;
import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.CtrlC;
import dev.uruimi.local.terminal.ExitCode;
import dev.uruimi.local.terminal.Table;
import dev.uruimi.local.terminal.TaskReport;
import dev.uruimi.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hurts an installation of its own and checks that no store is lost, left over or mute. */
@Command(
    name = "certify",
    description = {
      "Inject faults of 30 kinds while stores are made, retried and deleted, and check from outside",
      "what must hold. Adds up over runs; docs/reliability.md tells what is injected and checked.",
      "Ctrl-C undoes every fault and prints the table so far. The installation is one of its own;",
      "it is removed at the end, and stays to be looked at when something was found or after Ctrl-C",
      "(`down` ends it)."
    })
final class CertifyCommand implements Callable<Integer> {

  @Mixin private CertifyOptions options = new CertifyOptions();

  @Option(names = "--json", paramLabel = "FILE", description = "Write the table as JSON, too.")
  private @Nullable Path json;

  @Option(
      names = "--write",
      paramLabel = "PAGE",
      description = "Put the table of all runs into a page: docs/reliability.md.")
  private @Nullable Path page;

  private static final int SIMULATED_NODES = 2;

  private final UruimiHome home = UruimiHome.of(System.getenv());
  private final Terminal terminal = Terminal.of(System.getenv(), System.out);

  @Override
  public Integer call() throws Exception {
    var results = home.state().resolve("certify-results.json");
    var settings = settings(results);
    terminal.line(
        "Certify with %s: seed %d, %d stores, %d kinds of fault."
            .formatted(
                settings.pods(), settings.seed(), settings.stores(), settings.kinds().size()));
    try (var ctrlC = CtrlC.handled()) {
      return run(settings, results) ? ExitCode.FAILED : ExitCode.OK;
    }
  }

  /** Prints the table whatever ends the campaign. */
  private boolean run(CampaignSettings settings, Path results) throws Exception {
    try {
      return run(settings);
    } finally {
      tell(results);
    }
  }

  private boolean run(CampaignSettings settings) throws Exception {
    var underTest = new InstallationUnderTest(home);
    var installation = underTest.up(SIMULATED_NODES);
    try (var report = TaskReport.on(terminal, Clock.systemUTC())) {
      var progress = new ShownProgress(report);
      var campaign = new Campaign(settings, installation, progress, Clock.systemUTC());
      var violated = campaign.run().isViolated();
      if (!violated) {
        underTest.down();
      }
      return violated;
    }
  }

  private CampaignSettings settings(Path results) {
    try {
      return options.settings(
          home.forCertify().state().resolve("accepted.jsonl"),
          results,
          defaultEngine(),
          new SecureRandom().nextInt(Integer.MAX_VALUE));
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(
          String.valueOf(e.getMessage()), "`certify --help` names them.", ExitCode.USAGE, e);
    }
  }

  private String defaultEngine() {
    var environment = System.getenv();
    var source = OfferedEngines.source(home, environment);
    return EngineCatalogue.load(source, environment::get).preferred().name();
  }

  private void tell(Path results) throws IOException {
    var runs = new Results(results).runs();
    var summaries =
        Stream.of(CertifyOptions.SIMULATED, CertifyOptions.REAL)
            .map(pods -> Summary.of(runs, pods, FaultKinds.ALL))
            .filter(summary -> summary.runs() > 0)
            .toList();
    terminal.line("");
    terminal.line(terminal.bold("All runs so far"));
    summaries.forEach(this::tell);
    runs.stream().map(RunResult::violations).flatMap(List::stream).forEach(this::tell);
    if (json != null) {
      Results.write(json, Results.json(summaries));
    }
    if (page != null) {
      GeneratedSection.write(page, summaries);
    }
  }

  private void tell(Violation violation) {
    terminal.line(
        terminal.red("✘ ")
            + "%s: %s: %s"
                .formatted(violation.invariant(), violation.subject(), violation.sentence()));
  }

  private void tell(Summary summary) {
    terminal.line("");
    var table = new Table();
    ReportText.cells(summary).forEach(row -> table.row(row.toArray(String[]::new)));
    table.lines().forEach(terminal::line);
    terminal.line(ReportText.size(summary));
  }
}
