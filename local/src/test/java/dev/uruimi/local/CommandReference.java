package dev.uruimi.local;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands as a page shows them: what {@code --help} says of each, without what all share. */
final class CommandReference {

  private static final List<String> SHARED = List.of("--help", "--version");

  private CommandReference() {}

  /** All commands that people call, parents before their children. */
  static List<CommandSpec> commands(CommandLine root) {
    var all = new ArrayList<CommandSpec>();
    root.getSubcommands().values().stream()
        .distinct()
        .filter(command -> !command.getCommandSpec().usageMessage().hidden())
        .forEach(
            command -> {
              all.add(command.getCommandSpec());
              all.addAll(commands(command));
            });
    return all;
  }

  static String of(CommandLine root) {
    var page = new StringBuilder();
    for (var command : commands(root)) {
      page.append("\n### ").append(command.qualifiedName(" ")).append("\n\n");
      var described = String.join(" ", command.usageMessage().description()).formatted();
      page.append(described).append("\n\n```\n").append(synopsis(command)).append("```\n");
      rows(command).forEach(page::append);
    }
    return page.toString();
  }

  private static String synopsis(CommandSpec command) {
    command.usageMessage().width(110);
    return new CommandLine.Help(command, CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .synopsis(0)
        .replaceAll(" \\[-hV]", "")
        .replaceAll("(?m)[ ]+$", "");
  }

  private static Stream<String> rows(CommandSpec command) {
    var rows =
        Stream.concat(
                command.positionalParameters().stream()
                    .filter(it -> !it.hidden())
                    .map(it -> row(it.paramLabel(), it.renderedDescription())),
                command.options().stream()
                    .filter(it -> !it.hidden() && !SHARED.contains(it.longestName()))
                    .map(it -> row(name(it), it.renderedDescription())))
            .toList();
    return rows.isEmpty()
        ? Stream.empty()
        : Stream.concat(Stream.of("\n| | |\n|---|---|\n"), rows.stream());
  }

  private static String name(OptionSpec option) {
    return option.longestName() + (option.arity().max() > 0 ? " " + option.paramLabel() : "");
  }

  private static String row(String name, String[] description) {
    return "| `%s` | %s |\n".formatted(name, String.join(" ", description).replace("|", "\\|"));
  }
}
