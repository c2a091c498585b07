package dev.uruimi.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisionIT {

  @TempDir private Path folder;
  private UruimiHome home = new UruimiHome(Path.of(""), Path.of(""), Path.of(""));
  private final List<String> told = new ArrayList<>();
  private Thread supervisor = new Thread();

  @BeforeEach
  void home() {
    home = new UruimiHome(Path.of(""), folder.resolve("cache"), folder.resolve("state"));
  }

  @AfterEach
  void leaveNothingBehind() throws Exception {
    takeDown(sleeper("600"));
  }

  @Test
  void startsInOrderAndStopsInTheOpposite() throws Exception {
    var graph = sleeper("600");
    supervise(graph);
    awaitReady();
    var process = process();

    assertThat(takeDown(graph)).isEmpty();

    assertThat(process.alive()).isFalse();
    assertThat(told).containsExactly("made", "unmade");
  }

  @Test
  void startsAgainWhatWasKilled() throws Exception {
    supervise(sleeper("600"));
    awaitReady();
    var first = process();

    kill(first);

    awaitAnother(first);
    await().until(() -> status().filter(StatusBoard.Snapshot::allReady).isPresent());
    assertThat(status().orElseThrow().parts().getLast().restarts()).isEqualTo(1);
  }

  @Test
  void theNextSupervisorAdoptsWhatRuns() throws Exception {
    supervise(sleeper("600"));
    awaitReady();
    var first = process();
    endSupervisor();

    supervise(sleeper("600"));
    awaitReady();

    assertThat(process()).isEqualTo(first);
    kill(first);
    awaitAnother(first);
  }

  @Test
  void theNextSupervisorReplacesWhatIsToBeAnother() throws Exception {
    supervise(sleeper("600"));
    awaitReady();
    var first = process();
    endSupervisor();

    supervise(sleeper("601"));
    awaitAnother(first);

    assertThat(first.alive()).isFalse();
  }

  @Test
  void takesDownWhatASupervisorLeftThatIsGone() throws Exception {
    supervise(sleeper("600"));
    awaitReady();
    var orphan = process();
    endSupervisor();

    assertThat(takeDown(new Graph(List.of()))).isEmpty();

    assertThat(orphan.alive()).isFalse();
  }

  @Test
  void killsWhatDoesNotListen() throws Exception {
    var deaf =
        new Graph(
            List.of(
                Unit.of("sleeper", folder, List.of("sh", "-c", "trap '' TERM; sleep 600 & wait"))
                    .withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(200))));
    supervise(deaf);
    awaitReady();
    var process = process();

    assertThat(takeDown(deaf)).isEmpty();

    assertThat(process.alive()).isFalse();
  }

  @Test
  void anInterruptedSupervisorEndsWhatItsStepsRun() throws Exception {
    var command = List.of("sleep", "599." + ProcessHandle.current().pid());
    supervise(
        new Graph(
            List.of(
                new Step("slow", List.of(), Command.of(command)::run, p -> told.add("undone")))));
    await().until(() -> running(command));

    supervisor.interrupt();
    supervisor.join();

    await().until(() -> !running(command));
  }

  private static boolean running(List<String> command) {
    var line = String.join(" ", command);
    return ProcessHandle.current()
        .descendants()
        .anyMatch(process -> process.info().commandLine().orElse("").endsWith(line));
  }

  private Graph sleeper(String seconds) {
    return new Graph(
        List.of(
            new Step("made", List.of(), p -> told.add("made"), p -> told.add("unmade")),
            Unit.of("sleeper", folder, List.of("sleep", seconds)).requiring("made")));
  }

  private void supervise(Graph graph) throws Exception {
    Desired.UP.write(home);
    var newSupervisor = new Supervisor(home, graph, List.of("true"), Waiter.REAL);
    supervisor =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    newSupervisor.run();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                });
  }

  /** As if it were another process that has been killed: its lives are cut off too. */
  private void endSupervisor() throws Exception {
    Desired.DOWN.write(home);
    supervisor.join();
    Files.deleteIfExists(Supervisor.identityFile(home));
    Files.deleteIfExists(StatusBoard.file(home));
  }

  private Map<String, String> takeDown(Graph graph) throws Exception {
    endSupervisor();
    return new Takedown(home, graph, Waiter.REAL).run(snapshot -> {});
  }

  private void awaitReady() {
    await().until(() -> status().filter(StatusBoard.Snapshot::allReady).isPresent());
  }

  private void awaitAnother(ProcessIdentity first) {
    await().ignoreExceptions().until(() -> !process().equals(first) && process().alive());
  }

  private Optional<StatusBoard.Snapshot> status() {
    return StatusBoard.read(home);
  }

  private ProcessIdentity process() {
    return UnitRecord.read(home.run().resolve("units/sleeper")).orElseThrow().process();
  }

  private static void kill(ProcessIdentity process) {
    ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
  }
}
