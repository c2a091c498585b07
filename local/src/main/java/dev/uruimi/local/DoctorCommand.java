package dev.uruimi.local;

import dev.uruimi.local.build.Machine;
import dev.uruimi.local.clusterchoice.Wish;
import dev.uruimi.local.doctor.Check;
import dev.uruimi.local.doctor.Diagnosis;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.terminal.ExitCode;
import dev.uruimi.local.terminal.Table;
import dev.uruimi.local.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells what is here, what is missing and what to do. */
@Command(
    name = "doctor",
    description = {
      "Show what is here, what is missing, and what to do about it.",
      "Exits with 0 when `demo` can run; changes nothing."
    })
final class DoctorCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Answer with JSON, for programs.")
  private boolean json;

  private final Terminal terminal = Terminal.of(System.getenv(), System.out);

  @Override
  public Integer call() throws IOException, InterruptedException {
    var home = UruimiHome.of(System.getenv());
    var choice = new ClusterOfInstallation(home, System.getenv()).look(Wish.ANY, quiet());
    var platform = new Platform(home, Extras.read(home), choice);
    var diagnosis =
        Diagnosis.of(Machine.here(), choice, platform.requirements(), platform.buildGraph());
    if (json) {
      print(diagnosis);
    } else {
      tell(diagnosis, home);
    }
    return diagnosis.good() ? ExitCode.OK : ExitCode.FAILED;
  }

  /** What is said of the choice is in the checks. */
  private static Terminal quiet() {
    return Terminal.plain(new PrintStream(OutputStream.nullOutputStream()));
  }

  private void print(Diagnosis diagnosis) {
    var checks =
        diagnosis.checks().stream()
            .map(
                check ->
                    Map.of(
                        "name", check.name(),
                        "state", check.state().name().toLowerCase(Locale.ROOT),
                        "why", check.why(),
                        "advice", check.advice()))
            .toList();
    terminal.line(
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(Map.of("ok", diagnosis.good(), "checks", checks)));
  }

  private void tell(Diagnosis diagnosis, UruimiHome home) {
    var table = new Table();
    diagnosis
        .checks()
        .forEach(check -> table.row(mark(check), check.name(), check.why(), check.advice()));
    table.lines().forEach(terminal::line);
    terminal.line("");
    terminal.line("cache " + home.cache() + ", state " + home.state());
    terminal.line(
        diagnosis.good()
            ? terminal.green("`./uruimi demo` can run here.")
            : terminal.red("Something is missing: see ✘ above."));
  }

  private static String mark(Check check) {
    return switch (check.state()) {
      case OK -> "✔";
      case WILL_COME -> "…";
      case MISSING -> "✘";
    };
  }
}
