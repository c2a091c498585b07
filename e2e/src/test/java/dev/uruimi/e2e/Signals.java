package dev.uruimi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to processes of the installation under test, by id. */
final class Signals {

  private Signals() {}

  static void kill(ProcessHandle process) {
    send("KILL", process);
  }

  /** What Ctrl-C sends. */
  static void interrupt(ProcessHandle process) {
    send("INT", process);
  }

  static void pause(ProcessHandle process) {
    send("STOP", process);
  }

  static void resume(ProcessHandle process) {
    send("CONT", process);
  }

  private static void send(String signal, ProcessHandle process) {
    try {
      var exit =
          new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (exit != 0) {
        throw new AssertionError("no process " + process.pid() + " for " + signal);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
