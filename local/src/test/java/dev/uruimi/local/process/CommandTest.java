package dev.uruimi.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTest {

  @Test
  void returnsWhatIsPrinted() throws Exception {
    assertThat(Command.of("sh", "-c", "echo $X; echo two >&2").with(Map.of("X", "one")).run())
        .isEqualTo("one\ntwo\n");
  }

  @Test
  void failureTellsTheCodeAndTheLastLines() {
    assertThatThrownBy(() -> Command.of("sh", "-c", "echo why; exit 3").run())
        .isInstanceOf(IOException.class)
        .hasMessage("sh exited 3: why");
  }

  @Test
  void interruptingEndsTheProgram() throws Exception {
    var thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Command.of("sh", "-c", "sleep 987 & wait").run();
                  } catch (IOException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    assertThat(Waiter.REAL.until(CommandTest::sleeps, Duration.ofSeconds(5))).isTrue();

    thread.interrupt();

    thread.join();
    assertThat(Waiter.REAL.until(() -> !sleeps(), Duration.ofSeconds(5))).isTrue();
  }

  private static boolean sleeps() {
    return ProcessHandle.current()
        .descendants()
        .anyMatch(process -> process.info().commandLine().orElse("").endsWith("sleep 987"));
  }
}
