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
        "test nonsense"
      })
  void wrongArgumentsAreAUsageErrorWithHelp(String arguments) {
    assertThat(run(arguments)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).containsAnyOf("Usage: uruimi", "Did you mean");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "demo", "up", "down", "status", "doctor", "test", "store", "store create"})
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
