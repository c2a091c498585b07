package dev.uruimi.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with small shell programs in Helm's place. */
class HelmCommandTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final PoolDirectory directory = PoolDirectory.create();
  @TempDir private Path temporary;

  @AfterEach
  void delete() {
    directory.delete();
  }

  @Test
  void whatIsPrintedIsTheAnswerAndArgumentsArriveAsTheyAre() throws Exception {
    var program = program("echo warning >&2; printf '%s|' \"$@\"");

    assertThat(command(program).run(List.of("a b", "$(id)", "'", ""), SOON))
        .isEqualTo("a b|$(id)|'||");
  }

  @Test
  void itHasTheKubeconfigByFileAndNoneOfTheCallersSettings() throws Exception {
    var program = program("env | grep -E '^(HELM_|KUBECONFIG)' | sort");

    assertThat(command(program).run(List.of(), SOON).lines())
        .contains("HELM_DRIVER=secret", "KUBECONFIG=" + temporary.resolve("kubeconfig"))
        .noneMatch(line -> line.startsWith("HELM_NAMESPACE"));
  }

  @Test
  void anErrorIsToldWithoutWarnings() {
    var program =
        program(
            """
            echo 'WARNING: Kubernetes configuration file is group-readable' >&2
            echo 'Error: UPGRADE FAILED: "shop" has no deployed releases' >&2
            exit 1
            """);

    assertThatExceptionOfType(HelmException.class)
        .isThrownBy(() -> command(program).run(List.of(), SOON))
        .withMessage("\"shop\" has no deployed releases")
        .satisfies(e -> assertThat(e.failure()).isEqualTo(HelmFailure.STATE_CHANGED));
  }

  @Test
  void aCommandThatIsNotThereIsNamed() {
    assertThatExceptionOfType(HelmException.class)
        .isThrownBy(() -> command(Path.of("/nowhere/helm")).run(List.of(), SOON))
        .withMessageContaining("cannot be run")
        .withMessageContaining("/nowhere/helm");
  }

  @Test
  void oneThatTakesTooLongIsKilledWithWhatItStarted() throws Exception {
    var program = sleeping();

    assertThatExceptionOfType(HelmException.class)
        .isThrownBy(() -> command(program).run(List.of(), Duration.ofSeconds(5)))
        .satisfies(e -> assertThat(e.failure()).isEqualTo(HelmFailure.TIMED_OUT));

    assertThat(alive(pid())).isFalse();
  }

  @Test
  void anInterruptedCallersCommandIsKilled() throws Exception {
    var command = command(sleeping());
    var caller = Thread.ofVirtual().start(() -> quietly(command));
    await().atMost(SOON).until(this::started);

    caller.interrupt();
    caller.join();

    assertThat(alive(pid())).isFalse();
  }

  @Test
  void itEndsWhenItsStandardInputDoes() throws Exception {
    var command = command(sleeping());
    Thread.ofVirtual().start(() -> quietly(command));
    await().atMost(SOON).until(this::started);

    command.close();

    assertThat(alive(pid())).isFalse();
  }

  private HelmCommand command(Path program) {
    return new HelmCommand(program.toString(), directory, temporary.resolve("kubeconfig"));
  }

  private Path sleeping() {
    return program(
        "echo $$ >'"
            + temporary.resolve("pid.new")
            + "'; mv '"
            + temporary
            + "/pid.new' '"
            + temporary
            + "/pid'; exec sleep 600");
  }

  private boolean started() {
    return Files.exists(temporary.resolve("pid"));
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readString(temporary.resolve("pid")).strip());
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private Path program(String script) {
    try {
      var file = Files.writeString(temporary.resolve("helm"), "#!/bin/sh\n" + script + "\n");
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void quietly(HelmCommand command) {
    try {
      command.run(List.of(), SOON);
    } catch (InterruptedException | HelmException _) {
      // as expected
    }
  }
}
