package dev.uruimi.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command in a process of its own, of the classes under test. */
public final class OwnProcess {

  private OwnProcess() {}

  /** To be started as it is. */
  public static List<String> of(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Uruimi.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
