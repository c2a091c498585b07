package dev.uruimi.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Brings all parts up and keeps them up, for as long as that is desired. It never stops a unit that
 * is still wanted: when it ends, for whatever reason, its units run on, and the next supervisor
 * adopts them.
 */
public final class Supervisor {

  private final UruimiHome home;
  private final Graph graph;
  private final Keeper keeper;
  private final Waiter waiter;
  private final StatusBoard board;
  private final Map<String, CountDownLatch> gates = new HashMap<>();

  /**
   * @param command starts another supervisor like this one
   */
  public Supervisor(UruimiHome home, Graph graph, List<String> command, Waiter waiter) {
    this.home = home;
    this.graph = graph;
    this.waiter = waiter;
    this.keeper = new Keeper(home, command, waiter);
    this.board =
        new StatusBoard(
            StatusBoard.file(home),
            ProcessIdentity.ofThisProcess().toString(),
            Clock.systemUTC(),
            graph);
    graph.startOrder().forEach(part -> gates.put(part.name(), new CountDownLatch(1)));
  }

  static Path identityFile(UruimiHome home) {
    return home.run().resolve("supervisor");
  }

  static Path lockFile(UruimiHome home) {
    return home.run().resolve("supervisor.lock");
  }

  /**
   * Returns when "up" is no longer desired, or at once when another supervisor is at work.
   *
   * @throws InterruptedException when the thread was interrupted; what steps were running is ended
   */
  public void run() throws IOException, InterruptedException {
    var lock = OneAtATime.tryLock(lockFile(home));
    if (lock.isEmpty() || Desired.read(home) == Desired.DOWN) {
      return;
    }
    try (var held = lock.get()) {
      sayWhoIAm();
      var lives =
          graph.startOrder().stream()
              .map(part -> Thread.ofVirtual().name(part.name()).start(() -> live(part)))
              .toList();
      try {
        while (Desired.read(home) == Desired.UP) {
          keeper.start();
          waiter.pause(Duration.ofMillis(200));
        }
      } finally {
        end(lives);
      }
    }
  }

  private static void end(List<Thread> lives) throws InterruptedException {
    lives.forEach(Thread::interrupt);
    for (var life : lives) {
      life.join();
    }
  }

  private void live(Part part) {
    try {
      for (var required : part.requires()) {
        gate(required).await();
      }
      switch (part) {
        case Unit unit ->
            new UnitLife(unit, home, board, waiter, gate(part.name())::countDown).live();
        case Step step -> {
          new StepLife(step, board, waiter).live();
          gate(part.name()).countDown();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CountDownLatch gate(String part) {
    var gate = gates.get(part);
    if (gate == null) {
      throw new IllegalArgumentException(part);
    }
    return gate;
  }

  private void sayWhoIAm() throws IOException {
    var next = home.run().resolve("supervisor.new");
    Files.writeString(next, ProcessIdentity.ofThisProcess() + "\n");
    Files.move(
        next,
        identityFile(home),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
