package dev.uruimi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * {@code docs/cli.md} tells what the command does; {@code -Dcli.write=true} writes its reference
 * anew.
 */
class CommandReferenceTest {

  private static final Path PAGE = Path.of("../docs/cli.md");
  private static final String BEGIN = "<!-- written by CommandReferenceTest -->\n";

  private final CommandLine root = Uruimi.commandLine();

  @Test
  void thePageIsWhatTheCommandsSayOfThemselves() throws IOException {
    var page = Files.readString(PAGE);
    var written = page.substring(0, page.indexOf(BEGIN)) + BEGIN + CommandReference.of(root);
    if (Boolean.getBoolean("cli.write")) {
      Files.writeString(PAGE, written);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(written);
  }

  @Test
  void everyExitCodeIsOnThePage() throws IOException {
    var lines = Files.readAllLines(PAGE);

    root.getCommandSpec()
        .usageMessage()
        .exitCodeList()
        .forEach(
            (code, meaning) -> assertThat(lines).contains("| %s | %s |".formatted(code, meaning)));
  }

  @Test
  void everyCommandSaysWhatItDoesAndEachOptionWhatItIsFor() {
    for (var command : CommandReference.commands(root)) {
      assertThat(command.usageMessage().description()).as(command.qualifiedName()).isNotEmpty();
      assertThat(command.options())
          .as(command.qualifiedName())
          .allMatch(option -> option.description().length > 0);
    }
  }
}
