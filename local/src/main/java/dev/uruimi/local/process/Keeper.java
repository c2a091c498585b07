package dev.uruimi.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The small shell loop, in a session of its own, that starts the supervisor again whenever that is
 * gone; the supervisor in turn starts the loop again.
 */
final class Keeper {

  private final UruimiHome home;
  private final List<String> supervisorCommand;
  private final Waiter waiter;

  Keeper(UruimiHome home, List<String> supervisorCommand, Waiter waiter) {
    this.home = home;
    this.supervisorCommand = supervisorCommand;
    this.waiter = waiter;
  }

  private Path identityFile() {
    return home.run().resolve("keeper");
  }

  boolean alive() {
    return ProcessIdentity.read(identityFile()).filter(ProcessIdentity::alive).isPresent();
  }

  /** Starts the loop unless it runs; returns once it does. */
  void start() throws IOException, InterruptedException {
    if (alive()) {
      return;
    }
    Files.createDirectories(home.run());
    Files.createDirectories(home.logs());
    var command = new ArrayList<>(List.of("setsid", "--fork", "/bin/sh", script().toString()));
    command.add(home.run().toString());
    command.add(home.log("supervisor").toString());
    command.addAll(supervisorCommand);
    var nowhere = Path.of("/dev/null").toFile();
    new ProcessBuilder(command)
        .directory(home.repository().toFile())
        .redirectInput(nowhere)
        .redirectOutput(nowhere)
        .redirectError(nowhere)
        .start()
        .waitFor();
    if (!waiter.until(this::alive, Duration.ofSeconds(5))) {
      throw new IOException("the keeper did not start");
    }
  }

  /** Ends the loop and a supervisor it has just started; nothing is desired any more by then. */
  void end() throws InterruptedException {
    var identity = ProcessIdentity.read(identityFile());
    if (identity.isEmpty() || !identity.get().alive()) {
      return;
    }
    var children =
        ProcessHandle.of(identity.get().pid()).stream()
            .flatMap(ProcessHandle::children)
            .flatMap(child -> ProcessIdentity.of(child.pid()).stream())
            .toList();
    RunningProcess.adopted(identity.get(), waiter).stop(Duration.ofSeconds(2));
    for (var child : children) {
      RunningProcess.adopted(child, waiter).stop(Duration.ofSeconds(3));
    }
  }

  private Path script() throws IOException {
    var script = home.run().resolve("keeper.sh");
    try (InputStream text = Keeper.class.getResourceAsStream("/process/keeper.sh")) {
      if (text == null) {
        throw new IOException("keeper.sh is not on the class path");
      }
      var next = home.run().resolve("keeper.sh.new");
      Files.copy(text, next, StandardCopyOption.REPLACE_EXISTING);
      Files.move(next, script, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return script;
  }
}
