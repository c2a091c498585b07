package dev.uruimi.local.operations;

import dev.uruimi.local.stores.Output;
import dev.uruimi.local.stores.Query;
import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.ExitCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The {@code dead-letters} commands. */
@Command(
    name = "dead-letters",
    description = "What services could not read: list, look, send again, put away.",
    synopsisSubcommandLabel = "COMMAND")
public final class DeadLettersCommand {

  @Command(name = "list", description = "List dead letters, the latest first.")
  int list(
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "100",
              description = "At most so many, 1 to 200 (default: ${DEFAULT-VALUE}).")
          int limit,
      @Mixin Output output)
      throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var page = api.look("/dead-letters?limit=" + limit);
      if (output.json()) {
        output.print(page);
      } else {
        OperationText.deadLetters(page).forEach(output.terminal()::line);
      }
      return ExitCode.OK;
    }
  }

  @Command(name = "show", description = "Show a dead letter with what is in it.")
  int show(@Parameters(paramLabel = "ID") String id, @Mixin Output output)
      throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      return print(api.look(path(id)), output);
    }
  }

  @Command(name = "redrive", description = "Send a dead letter to the log again, unchanged.")
  int redrive(
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--note", paramLabel = "TEXT", description = "Why, for those who look later.")
          @Nullable String note,
      @Mixin Output output)
      throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      return print(
          api.tell(path(id) + "/redrive", note == null ? null : Map.of("note", note)), output);
    }
  }

  @Command(name = "discard", description = "Put a dead letter away.")
  int discard(
      @Parameters(paramLabel = "ID") String id,
      @Option(
              names = "--note",
              required = true,
              paramLabel = "TEXT",
              description = "Why, for those who look later.")
          String note,
      @Mixin Output output)
      throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      return print(api.tell(path(id) + "/discard", Map.of("note", note)), output);
    }
  }

  private static String path(String id) {
    return "/dead-letters/" + Query.value(id);
  }

  private static int print(JsonNode letter, Output output) {
    if (output.json()) {
      output.print(letter);
    } else {
      OperationText.deadLetter(letter).forEach(output.terminal()::line);
    }
    return ExitCode.OK;
  }
}
