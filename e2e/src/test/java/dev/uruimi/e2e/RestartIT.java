package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Stores survive down and up and the death of everything; down leaves nothing of ours behind. */
@Order(5)
class RestartIT {

  private static final Duration READY = Duration.ofMinutes(5);

  private static String id;
  private static String password;

  @BeforeAll
  static void aStoreIsReady() {
    Uruimi.up();
    id = Api.create("Phoenix", "medusa");
    Api.follow(id, READY, Api.status("ready"));
    password = Api.credentials(id).path("password").asString();
  }

  @Test
  @Order(1)
  void storesSurviveDownAndUp() {
    Uruimi.succeed(Duration.ofMinutes(3), "down");

    Uruimi.up();

    assertTheStoreIsBack();
  }

  @Test
  @Order(2)
  void storesSurviveTheDeathOfEverything() {
    var processes = new ArrayList<ProcessHandle>();
    for (var part : Uruimi.status().path("parts")) {
      if (part.path("pid").asLong(0) > 0) {
        ProcessHandle.of(part.path("pid").asLong()).ifPresent(processes::add);
      }
    }
    assertThat(processes).hasSizeGreaterThan(10);
    processes.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);

    Uruimi.up();

    assertTheStoreIsBack();
  }

  @Test
  @Order(3)
  void downLeavesNothingBehind() throws IOException {
    Uruimi.succeed(Duration.ofMinutes(3), "down", "--purge");

    assertNothingIsLeft();
    assertThat(Uruimi.state().resolve("data")).doesNotExist();
  }

  @Test
  @Order(4)
  void ctrlCWhileItStartsLeavesNothingHalfStarted() throws IOException {
    var up = Uruimi.start("up");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> Files.exists(Uruimi.state().resolve("data/kubelet")));

    Signals.interrupt(up.toHandle());

    await().atMost(Duration.ofMinutes(2)).until(() -> !up.isAlive());
    assertThat(up.exitValue()).isNotZero();
    assertNothingIsLeft();
    Uruimi.succeed(Duration.ofMinutes(3), "down", "--purge");
  }

  private static void assertNothingIsLeft() throws IOException {
    var state = Uruimi.state().toString();
    assertThat(commandLines().stream().filter(line -> line.contains(state)))
        .as("processes")
        .isEmpty();
    assertThat(Files.readString(Path.of("/proc/self/mountinfo")))
        .as("mounts")
        .doesNotContain(state);
    try (var interfaces = Files.list(Path.of("/sys/class/net"))) {
      assertThat(interfaces.map(net -> net.getFileName().toString()))
          .as("interfaces")
          .noneMatch(net -> net.startsWith("uruimi") || net.startsWith("veth"));
    }
    assertThat(output("iptables-save")).as("rules").noneMatch(ClusterRules::isOurs);
  }

  private static void assertTheStoreIsBack() {
    assertThat(Api.store(id).path("name").asString()).isEqualTo("Phoenix");
    Api.follow(id, READY, Api.status("ready"));
    assertThat(Api.credentials(id).path("password").asString()).isEqualTo(password);
    await()
        .atMost(READY)
        .ignoreExceptions()
        .until(() -> Shops.statusOf("store-" + id + ".localhost") == 200);
  }

  private static List<String> commandLines() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .map(process -> process.info().commandLine().orElse(""))
        .toList();
  }

  private static List<String> output(String command) throws IOException {
    var process = new ProcessBuilder(command).start();
    try (var lines = process.inputReader()) {
      return lines.lines().toList();
    }
  }

  /** Which firewall rules a cluster makes. */
  private static final class ClusterRules {
    static boolean isOurs(String line) {
      return line.contains("KUBE-") || line.contains("CNI-") || line.contains("uruimi");
    }
  }
}
