package dev.uruimi.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Native programs that end with this JVM. They know nothing of their parent, so a small shell holds
 * their process ids and kills them when its standard input ends, which happens even when this JVM
 * is killed.
 */
final class ChildProcesses implements AutoCloseable {

  private static final String GUARD =
      "while read -r pid; do pids=\"$pids $pid\"; done; kill -9 $pids 2>/dev/null";

  private final Path directory;
  private final Process guard;
  private final List<Process> children = new ArrayList<>();

  /**
   * @param directory of the logs
   */
  ChildProcesses(Path directory) {
    this.directory = directory;
    try {
      this.guard =
          new ProcessBuilder("sh", "-c", GUARD)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a program; its output goes to a log of its name. */
  Process start(String name, List<String> command) {
    try {
      var child =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log(name).toFile()))
              .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      children.add(child);
      var pipe = guard.getOutputStream();
      pipe.write((child.pid() + "\n").getBytes(US_ASCII));
      pipe.flush();
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path log(String name) {
    return directory.resolve(name + ".log");
  }

  /** Kills all of them, the last started first. */
  @Override
  public void close() {
    children.reversed().forEach(ChildProcesses::kill);
    // Before its input ends: process ids may belong to others by then.
    kill(guard);
  }

  private static void kill(Process process) {
    process.destroyForcibly();
    process.onExit().join();
  }
}
