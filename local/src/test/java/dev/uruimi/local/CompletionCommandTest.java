package dev.uruimi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

  @TempDir private Path folder;

  /** A shell that was given the script completes {@code uruimi store op}. */
  @Test
  void theShellCompletesCommands() throws Exception {
    var script = folder.resolve("completion.sh");
    var printed =
        new ProcessBuilder(OwnProcess.of("completion")).redirectOutput(script.toFile()).start();
    assertThat(printed.waitFor()).isZero();
    assertThat(Files.size(script)).isPositive();

    var shell =
        new ProcessBuilder(
                "bash",
                "-c",
                ". \"$0\"; COMP_WORDS=(uruimi store op); COMP_CWORD=2; _complete_uruimi;"
                    + " echo \"${COMPREPLY[@]}\"",
                script.toString())
            .start();

    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
        .isEqualTo("open");
  }
}
