package dev.uruimi.local.stores;

import picocli.CommandLine.Command;

/** The {@code store} commands. */
@Command(
    name = "store",
    description = "Create, list, show, open, change, delete and retry stores.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CreateCommand.class,
      ListCommand.class,
      GetCommand.class,
      RenameCommand.class,
      ResizeCommand.class,
      DeleteCommand.class,
      RetryCommand.class,
      EventsCommand.class,
      OpenCommand.class,
      CredentialsCommand.class
    })
public final class StoreCommand {}
