package dev.uruimi.local;

import dev.uruimi.local.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** The script that lets a shell complete the commands and their options. */
@Command(
    name = "completion",
    description = {
      "Print a completion script for bash and zsh.",
      "For this shell: source <(./uruimi completion)"
    })
final class CompletionCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    System.out.print(AutoComplete.bash("uruimi", Uruimi.commandLine()));
    return ExitCode.OK;
  }
}
