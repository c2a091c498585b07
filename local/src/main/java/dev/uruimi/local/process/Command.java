package dev.uruimi.local.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program that is run to its end. Interrupting the thread that waits ends the program and its
 * children.
 *
 * @param command program and arguments
 * @param directory where; null for here
 * @param environment added to this process's own
 */
public record Command(
    List<String> command, @Nullable Path directory, Map<String, String> environment) {

  private static final int KEPT_LINES = 15;

  public Command {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  public static Command of(String... command) {
    return new Command(List.of(command), null, Map.of());
  }

  public static Command of(List<String> command) {
    return new Command(command, null, Map.of());
  }

  public Command in(Path directory) {
    return new Command(command, directory, environment);
  }

  public Command with(Map<String, String> environment) {
    return new Command(command, directory, environment);
  }

  /** Runs it; its output is returned. Failing is an {@link IOException} with the last lines. */
  public String run() throws IOException, InterruptedException {
    var output = new StringBuilder();
    run(line -> output.append(line).append('\n'));
    return output.toString();
  }

  /** Whether it runs and exits with 0. */
  public boolean succeeds() throws InterruptedException {
    try {
      run(Progress.SILENT);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs it; every line of output (and of error output) goes to the progress. */
  public void run(Progress lines) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    if (directory != null) {
      builder.directory(directory.toFile());
    }
    var process = builder.start();
    process.getOutputStream().close();
    var last = new ArrayDeque<String>();
    var heard = CommandLog.also(lines);
    var reading = Thread.ofVirtual().start(() -> read(process, heard, last));
    try {
      var code = process.waitFor();
      reading.join();
      if (code != 0) {
        throw new IOException(
            command.getFirst() + " exited " + code + ": " + String.join("\n", last));
      }
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw e;
    }
  }

  private static void read(Process process, Progress lines, ArrayDeque<String> last) {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        if (last.size() == KEPT_LINES) {
          last.removeFirst();
        }
        last.addLast(line);
        lines.line(line);
      }
    } catch (IOException e) {
      last.addLast(e.toString());
    }
  }
}
