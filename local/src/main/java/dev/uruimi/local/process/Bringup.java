package dev.uruimi.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Starts the supervisor and follows it until all is ready. */
public final class Bringup {

  /** From that many failures in a row on, a part is not expected to come up by itself. */
  private static final int GIVE_UP = 5;

  private final UruimiHome home;
  private final List<String> supervisorCommand;
  private final Waiter waiter;

  public Bringup(UruimiHome home, List<String> supervisorCommand, Waiter waiter) {
    this.home = home;
    this.supervisorCommand = List.copyOf(supervisorCommand);
    this.waiter = waiter;
  }

  /** Whether a supervisor is at work here. */
  public static boolean running(UruimiHome home) {
    return ProcessIdentity.read(Supervisor.identityFile(home))
        .filter(ProcessIdentity::alive)
        .isPresent();
  }

  /** Makes "up" what is desired; a supervisor of another version is replaced, its units stay. */
  public void start() throws IOException, InterruptedException {
    Files.createDirectories(home.run());
    var commandFile = home.run().resolve("command");
    var wanted = ContentHash.of(supervisorCommand.toString());
    var present = Files.exists(commandFile) ? Files.readString(commandFile) : "";
    if (running(home) && !present.equals(wanted)) {
      Takedown.endSupervisor(home, waiter);
    }
    var next = home.run().resolve("command.new");
    Files.writeString(next, wanted);
    Files.move(next, commandFile, StandardCopyOption.REPLACE_EXISTING);
    Desired.UP.write(home);
    new Keeper(home, supervisorCommand, waiter).start();
  }

  /**
   * Follows the status.
   *
   * @param watcher sees it several times a second
   * @return the last status: all ready; or with a part that failed again and again; or, when the
   *     limit is over, whatever it is then
   */
  public Optional<StatusBoard.Snapshot> follow(
      Duration limit, Consumer<StatusBoard.Snapshot> watcher) throws InterruptedException {
    var last = new AtomicReference<StatusBoard.Snapshot>();
    waiter.until(
        () -> {
          var snapshot = StatusBoard.read(home).filter(this::current);
          snapshot.ifPresent(watcher);
          snapshot.ifPresent(last::set);
          return snapshot.filter(Bringup::settled).isPresent();
        },
        limit);
    return Optional.ofNullable(last.get());
  }

  private boolean current(StatusBoard.Snapshot snapshot) {
    return ProcessIdentity.read(Supervisor.identityFile(home))
        .filter(ProcessIdentity::alive)
        .filter(supervisor -> supervisor.toString().equals(snapshot.supervisor()))
        .isPresent();
  }

  private static boolean settled(StatusBoard.Snapshot snapshot) {
    return snapshot.allReady()
        || snapshot.parts().stream().anyMatch(part -> part.failures() >= GIVE_UP);
  }
}
