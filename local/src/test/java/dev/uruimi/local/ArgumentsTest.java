package dev.uruimi.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.terminal.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "store",
        "store nonsense",
        "store create",
        "store create a b",
        "store get",
        "store create a --timeout soon",
        "up --nonsense",
        "demo medusa again",
        "test nonsense",
        "replay k7m2p9x4qd --since soon",
        "replay",
        "replay k7m2p9x4qd --failed",
        "replay k7m2p9x4qd --missing --failed",
        "orphans --force 3",
        "orphans --sweep --force all",
        "dead-letters nonsense",
        "dead-letters discard x",
        "evidence",
        "projection nonsense",
        "log nonsense",
        "webhook nonsense",
        "webhook create https://example.com/",
        "webhook redeliver wh_1"
      })
  void wrongArgumentsAreAUsageErrorWithHelp(String arguments) {
    assertThat(run(arguments)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).containsAnyOf("Usage: uruimi", "Did you mean");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "up",
        "down",
        "status",
        "doctor",
        "test",
        "mcp",
        "completion",
        "store open",
        "store",
        "store create",
        "replay",
        "evidence",
        "dead-letters",
        "dead-letters redrive",
        "orphans",
        "projection",
        "projection rebuild",
        "projection check"
      })
  void everyCommandExplainsItself(String command) {
    assertThat(run((command + " --help").strip())).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Usage: uruimi", "Exit codes:", "--help");
  }

  private int run(String arguments) {
    return Uruimi.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(
            Arrays.stream(arguments.split(" "))
                .filter(argument -> !argument.isEmpty())
                .toArray(String[]::new));
  }
}
