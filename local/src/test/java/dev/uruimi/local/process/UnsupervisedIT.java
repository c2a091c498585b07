package dev.uruimi.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsupervisedIT {

  @TempDir private Path state;

  @Test
  void itIsOnRecordUntilItIsEnded() throws Exception {
    var process = Unsupervised.start(home(), unit("sleep 60"));

    assertThat(processes().names()).containsExactly("second");
    assertThat(processes().process("second").map(ProcessHandle::pid)).contains(process.pid());
    process.close();
    process.close();
    assertThat(ProcessHandle.of(process.pid())).isEmpty();
    assertThat(processes().names()).isEmpty();
  }

  @Test
  void whatAnEarlierCommandStartedCanBeEnded() throws Exception {
    var process = Unsupervised.start(home(), unit("sleep 60"));

    Unsupervised.end(home(), "second");
    Unsupervised.end(home(), "second");

    assertThat(ProcessHandle.of(process.pid())).isEmpty();
    assertThat(processes().process("second")).isEmpty();
  }

  @Test
  void killingDoesNotAsk() throws Exception {
    var process = Unsupervised.start(home(), unit("trap '' TERM; while :; do sleep 1; done"));

    process.kill();

    assertThat(ProcessHandle.of(process.pid())).isEmpty();
  }

  @Test
  void oneThatEndsAtOnceSaysWhy() throws Exception {
    var unit = unit("sleep 1; echo no port; exit 1").readyWhen(() -> false);

    assertThatThrownBy(() -> Unsupervised.start(home(), unit))
        .isInstanceOf(IOException.class)
        .hasMessage("second did not start: no port");
    assertThat(processes().names()).isEmpty();
  }

  private Unit unit(String script) {
    return Unit.of("second", state, List.of("/bin/sh", "-c", script))
        .withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(5));
  }

  private UnitProcesses processes() {
    return new UnitProcesses(home());
  }

  private UruimiHome home() {
    return new UruimiHome(state, state, state);
  }
}
