package dev.uruimi.local;

import dev.uruimi.local.login.LoginCommand;
import dev.uruimi.local.mcp.McpCommand;
import dev.uruimi.local.operations.DeadLettersCommand;
import dev.uruimi.local.operations.EvidenceCommand;
import dev.uruimi.local.operations.LogCommand;
import dev.uruimi.local.operations.OrphansCommand;
import dev.uruimi.local.operations.ProjectionCommand;
import dev.uruimi.local.operations.ReplayCommand;
import dev.uruimi.local.operations.WebhookCommand;
import dev.uruimi.local.stores.StoreCommand;
import dev.uruimi.local.terminal.Failures;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code uruimi} command. */
@Command(
    name = "uruimi",
    description = "A working online shop on Kubernetes from one click, on this machine.",
    mixinStandardHelpOptions = true,
    version = "uruimi 0.1.0",
    scope = CommandLine.ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is done",
      "1:it was tried and failed",
      "2:wrong arguments, nothing was done",
      "3:Uruimi does not run here",
      "4:there is no such store",
      "130:ended by Ctrl-C"
    },
    subcommands = {
      DemoCommand.class,
      BuildCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LoginCommand.class,
      StoreCommand.class,
      ReplayCommand.class,
      EvidenceCommand.class,
      DeadLettersCommand.class,
      OrphansCommand.class,
      ProjectionCommand.class,
      LogCommand.class,
      WebhookCommand.class,
      DoctorCommand.class,
      TestCommand.class,
      CertifyCommand.class,
      McpCommand.class,
      CompletionCommand.class,
      SuperviseCommand.class,
      VolumesCommand.class,
      FaultProxyCommand.class,
    })
public final class Uruimi {

  private Uruimi() {}

  /** Exits with the command's code: 0 when it did what it says. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    var command = new CommandLine(new Uruimi());
    command.setExecutionExceptionHandler(new Failures());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    return command;
  }
}
