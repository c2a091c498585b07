package dev.uruimi.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Ends everything in order, whatever state it is in: supervisor running or killed, units running,
 * half started or gone. What cannot be ended or undone is told and the rest goes on.
 */
public final class Takedown {

  private final UruimiHome home;
  private final Graph graph;
  private final Waiter waiter;
  private final StatusBoard board;
  private final Launcher launcher;
  private final Map<String, CountDownLatch> gates = new HashMap<>();
  private final Map<String, String> problems = new ConcurrentHashMap<>();

  public Takedown(UruimiHome home, Graph graph, Waiter waiter) {
    this.home = home;
    this.graph = graph;
    this.waiter = waiter;
    this.launcher = new Launcher(home, waiter);
    this.board =
        new StatusBoard(
            StatusBoard.file(home),
            ProcessIdentity.ofThisProcess().toString(),
            Clock.systemUTC(),
            graph);
  }

  /**
   * Does it.
   *
   * @param watcher sees every change of the status
   * @return what could not be done, by part; empty when all is gone
   */
  public Map<String, String> run(Consumer<StatusBoard.Snapshot> watcher)
      throws IOException, InterruptedException {
    endSupervisor(home, waiter);
    var lock =
        OneAtATime.lock(Supervisor.lockFile(home), Duration.ofSeconds(30), waiter)
            .orElseThrow(
                () -> new IOException("another uruimi holds " + Supervisor.lockFile(home)));
    try (var held = lock) {
      stopStrangers();
      graph.startOrder().forEach(part -> gates.put(part.name(), new CountDownLatch(1)));
      var order = graph.stopOrder();
      var threads = order.stream().map(part -> Thread.ofVirtual().start(() -> end(part))).toList();
      for (var thread : threads) {
        while (!thread.join(Duration.ofMillis(200))) {
          watcher.accept(board.snapshot());
        }
      }
      watcher.accept(board.snapshot());
    }
    return Map.copyOf(problems);
  }

  /** Ends supervisor and keeper; the units run on. */
  static void endSupervisor(UruimiHome home, Waiter waiter)
      throws IOException, InterruptedException {
    Desired.DOWN.write(home);
    new Keeper(home, List.of(), waiter).end();
    var identity = ProcessIdentity.read(Supervisor.identityFile(home));
    if (identity.isPresent()
        && !waiter.until(() -> !identity.get().alive(), Duration.ofSeconds(3))) {
      RunningProcess.adopted(identity.get(), waiter).stop(Duration.ofSeconds(2));
    }
  }

  /** Units an earlier version knew and this one does not. */
  private void stopStrangers() throws IOException, InterruptedException {
    var folder = home.run().resolve("units");
    if (!Files.isDirectory(folder)) {
      return;
    }
    var known = graph.startOrder().stream().map(Part::name).toList();
    try (var records = Files.list(folder)) {
      for (var record : records.toList()) {
        var name = String.valueOf(record.getFileName());
        if (!known.contains(name) && !name.endsWith(".new")) {
          stop(name, Duration.ofSeconds(10));
        }
      }
    }
  }

  private void end(Part part) {
    try {
      for (var dependent : graph.requiredBy(part)) {
        gate(dependent).await();
      }
      board.update(part.name(), status -> status.stopping(board.now()));
      switch (part) {
        case Unit unit -> stop(unit.name(), unit.stopTimeout());
        case Step step ->
            step.undo().run(line -> board.update(part.name(), status -> status.doing(line)));
      }
      board.update(part.name(), status -> status.stopped(board.now()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      problems.put(part.name(), String.valueOf(e.getMessage()));
      board.update(part.name(), status -> status.failed(board.now(), problems.get(part.name())));
    } finally {
      gate(part.name()).countDown();
    }
  }

  private void stop(String unit, Duration patience) throws IOException, InterruptedException {
    var file = launcher.record(unit);
    var record = UnitRecord.read(file);
    if (record.isPresent()) {
      RunningProcess.adopted(record.get().process(), waiter).stop(patience);
      if (record.get().process().alive()) {
        throw new IOException("process " + record.get().process().pid() + " does not end");
      }
    }
    Files.deleteIfExists(file);
  }

  private CountDownLatch gate(String part) {
    var gate = gates.get(part);
    if (gate == null) {
      throw new IllegalArgumentException(part);
    }
    return gate;
  }
}
