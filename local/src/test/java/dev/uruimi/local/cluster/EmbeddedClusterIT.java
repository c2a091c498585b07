package dev.uruimi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.uruimi.local.process.Requirement;
import dev.uruimi.local.process.Trees;
import dev.uruimi.local.process.UruimiHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One life of a real cluster; the tests are its chapters, in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedClusterIT {

  private static final Path FOLDER = Path.of("/tmp/uruimi-it-" + ProcessHandle.current().pid());

  private ClusterUnderTest cluster;

  @BeforeAll
  void up() throws Exception {
    assumeTrue(isRootOnLinux(), "needs Linux and root");
    assertThat(
            new EmbeddedCluster(UruimiHome.of(System.getenv()))
                .needs().stream().filter(need -> !need.present().getAsBoolean()))
        .as("what this machine lacks")
        .extracting(Requirement::name)
        .isEmpty();
    cluster = new ClusterUnderTest(FOLDER);
    cluster.createNamespace();
    cluster.program("build");
    cluster.program("up");
    cluster.kubectl("apply", "-f", "src/test/resources/cluster/shop.yaml");
    rolledOut();
  }

  @AfterAll
  void leaveNothingBehind() throws Exception {
    if (cluster != null) {
      cluster.program("down");
      cluster.deleteNamespace();
      Trees.delete(FOLDER);
    }
  }

  @Test
  @Order(1)
  void theNodeIsReal() throws Exception {
    assertThat(cluster.kubectl("get", "nodes", "-l", "uruimi.dev/node=real"))
        .contains("uruimi")
        .contains("Ready")
        .contains("v" + Binaries.KUBERNETES);
  }

  @Test
  @Order(2)
  void podsWithoutRootShareAVolume() throws Exception {
    assertThat(inPod("/probe", "get", "http://localhost:8080/starts").lines()).hasSize(3);
    assertThat(cluster.kubectl("logs", "-n", "shop", "deploy/web"))
        .contains("serving as user 10001");
  }

  @Test
  @Order(3)
  void servicesHaveNames() throws Exception {
    assertThat(inPod("/probe", "get", "http://web/")).isEqualTo("200\nhello\n");
    assertThat(inPod("/probe", "get", "http://web.shop.svc.cluster.local/")).contains("hello");
  }

  @Test
  @Order(4)
  void theIngressRoutesByHostName() {
    assertThat(shopAnswers()).isTrue();
  }

  @Test
  @Order(5)
  void theApiServerIsReachedFromPods() throws Exception {
    // Another authority than a pod of scratch believes: it answered, and over TLS.
    assertThat(cluster.kubectl("get", "--raw", "/readyz")).startsWith("ok");
    assertThat(failureInPod("/probe", "get", "https://10.96.0.1/")).contains("x509");
  }

  @Test
  @Order(6)
  void healsWhateverIsKilled() throws Exception {
    for (var unit : List.of("etcd", "kube-apiserver", "containerd", "kubelet", "traefik")) {
      var record = cluster.home.run().resolve("units").resolve(unit);
      var pid = Files.readAllLines(record).get(1).split(" ")[0];
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }

    await().atMost(Duration.ofSeconds(60)).until(this::shopAnswers);
    rolledOut();
  }

  @Test
  @Order(7)
  void comesBackAfterDownAndUp() throws Exception {
    cluster.program("down");
    assertNothingIsLeft();

    cluster.program("up");

    await().atMost(Duration.ofSeconds(60)).until(this::shopAnswers);
    rolledOut();
  }

  @Test
  @Order(8)
  void comesBackAfterEverythingWasKilled() throws Exception {
    var starts = starts();
    killEverything();

    cluster.program("up");

    await().atMost(Duration.ofSeconds(60)).until(() -> shopAnswers() && starts() > starts);
    rolledOut();
  }

  /** After a reboot nothing of the kernel's is left: no process, mount, network; all files are. */
  @Test
  @Order(9)
  void comesBackAfterTheMachineCrashed() throws Exception {
    var starts = starts();
    killEverything();
    Mounts.remove(cluster.home.state());
    cluster.deleteNamespace();
    cluster.createNamespace();

    cluster.program("up");

    await().atMost(Duration.ofSeconds(60)).until(() -> shopAnswers() && starts() > starts);
    rolledOut();
  }

  @Test
  @Order(10)
  void theVolumesFolderGoesWithItsClaim() throws Exception {
    var volumes = new ClusterFiles(cluster.home).volumes();
    assertThat(volumes).isDirectoryContaining(Files::isDirectory);

    cluster.kubectl("delete", "namespace", "shop", "--wait=true", "--timeout=120s");

    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(volumes).isEmptyDirectory());
  }

  @Test
  @Order(11)
  void downAfterEverythingWasKilledLeavesNothing() throws Exception {
    killEverything();

    cluster.program("down");

    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() throws Exception {
    assertThat(cluster.processes()).isEmpty();
    assertThat(Files.readString(Path.of("/proc/mounts"))).doesNotContain(FOLDER.toString());
    assertThat(cluster.inside(List.of("ip", "-brief", "link")).run())
        .doesNotContain("uruimi0")
        .doesNotContain("veth");
    for (var filter : List.of("iptables-save", "ip6tables-save")) {
      assertThat(cluster.inside(List.of(filter)).run())
          .doesNotContain("KUBE-")
          .doesNotContain("URUIMI-")
          .doesNotContain("CNI-");
    }
    assertThat(Cgroups.of(cluster.home).processes()).isEmpty();
    assertThat(Path.of("/sys/fs/cgroup/cpu", Cgroups.name(cluster.home))).doesNotExist();
    assertThat(Path.of("/sys/fs/cgroup", Cgroups.name(cluster.home))).doesNotExist();
  }

  /** Again and again: what is still alive starts again what is not. */
  private void killEverything() {
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              cluster.killEverything();
              return cluster.processes().isEmpty();
            });
  }

  private void rolledOut() throws Exception {
    cluster.kubectl("rollout", "status", "-n", "shop", "deploy/web", "--timeout=120s");
  }

  private boolean shopAnswers() {
    try {
      return cluster.get("http://127.0.0.1/", "shop.localhost").equals("200\nhello\n");
    } catch (Exception e) {
      return false;
    }
  }

  private long starts() {
    try {
      return cluster.get("http://127.0.0.1/starts", "shop.localhost").lines().count();
    } catch (Exception e) {
      return 0;
    }
  }

  private String inPod(String... command) throws Exception {
    var full = new ArrayList<>(List.of("exec", "-n", "shop", "deploy/web", "--"));
    full.addAll(List.of(command));
    return cluster.kubectl(full.toArray(String[]::new));
  }

  private String failureInPod(String... command) {
    try {
      return inPod(command);
    } catch (Exception e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static boolean isRootOnLinux() throws Exception {
    return Files.isDirectory(Path.of("/proc/self"))
        && (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
  }
}
