package dev.uruimi.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void isLiveAndColouredOnlyWhenTheLauncherFoundATerminal() {
    var terminal = terminal(Map.of("URUIMI_TERMINAL", "40 132", "TERM", "xterm"));

    assertThat(terminal.live()).isTrue();
    assertThat(terminal.red("no")).isEqualTo("\u001b[31mno\u001b[0m");
    assertThat(terminal.width()).isEqualTo(132);
    assertThat(terminal(Map.of("TERM", "xterm")).live()).isFalse();
    assertThat(terminal(Map.of("URUIMI_TERMINAL", "40 132", "TERM", "dumb")).live()).isFalse();
  }

  @Test
  void noColorIsRespected() {
    var terminal = terminal(Map.of("URUIMI_TERMINAL", "40 132", "TERM", "xterm", "NO_COLOR", "1"));

    assertThat(terminal.live()).isTrue();
    assertThat(terminal.red("no")).isEqualTo("no");
  }

  @Test
  void nothingMovesInCi() {
    assertThat(terminal(Map.of("URUIMI_TERMINAL", "40 132", "TERM", "xterm", "CI", "true")).live())
        .isFalse();
  }

  private static Terminal terminal(Map<String, String> environment) {
    return Terminal.of(environment, System.out);
  }
}
