package dev.uruimi.local.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Postgres without a server: one process that reads statements from standard input. */
record SingleUser(List<String> command) {

  static SingleUser of(PostgresBinaries binaries, Path data) {
    var command = new ArrayList<>(binaries.command("postgres"));
    command.addAll(List.of("--single", "-j", "-c", "exit_on_error=on"));
    command.addAll(List.of("-D", data.toString(), "postgres"));
    return new SingleUser(command);
  }

  /** Executes the statements; they never appear in arguments or logs. */
  void run(String... statements) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var input = process.getOutputStream()) {
      var text = String.join(";\n\n", statements) + ";\n\n";
      input.write(text.getBytes(StandardCharsets.UTF_8));
    }
    try {
      if (process.waitFor() != 0) {
        throw new IOException("the database could not be set up: code " + process.exitValue());
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
