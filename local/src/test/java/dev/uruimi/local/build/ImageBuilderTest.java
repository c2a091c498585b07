package dev.uruimi.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code images/medusa/builder.sh} with programs that only write down how they are called. */
class ImageBuilderTest {

  private static final Path SCRIPT =
      Path.of("../images/medusa/builder.sh").toAbsolutePath().normalize();
  private static final String ALL =
      """
      choose_builder
      has_image localhost/base:1 || true
      import_image base.tar localhost/base:1
      build_image localhost/shop:1 --target shop context
      save_image localhost/shop:1 "$work/shop.tar"
      """;

  @TempDir private Path programs;
  @TempDir private Path work;

  @BeforeEach
  void bringShellTools() throws IOException {
    for (var tool : List.of("mv", "rm", "timeout", "touch")) {
      var usual = Path.of("/usr/bin", tool);
      program(tool, "exec " + (Files.exists(usual) ? usual : "/bin/" + tool) + " \"$@\"");
    }
  }

  @Test
  void buildahKeepsAllBelowTheWorkFolder() throws Exception {
    pretend("buildah", "docker");

    assertThat(run(ALL, Map.of())).isZero();

    var store = "buildah --root " + work + "/storage --runroot " + work + "/run ";
    assertThat(calls())
        .contains(
            store
                + "--storage-driver overlay bud --layers --isolation chroot --network host"
                + " -t localhost/shop:1 --target shop context")
        .contains(
            store
                + "--storage-driver overlay push -q localhost/shop:1 docker-archive:"
                + work
                + "/shop.tar.part:localhost/shop:1")
        .allMatch(call -> call.startsWith(store));
    assertThat(work.resolve("shop.tar")).exists();
  }

  @Test
  void podmanDoesWhereThereIsNoBuildah() throws Exception {
    pretend("podman", "docker");

    assertThat(run(ALL, Map.of())).isZero();

    assertThat(calls())
        .anyMatch(call -> call.matches("podman --root .* image inspect localhost/base:1"))
        .anyMatch(call -> call.contains(" build --layers --isolation chroot --network host"))
        .anyMatch(call -> call.contains(" save -q --format docker-archive -o " + work))
        .allMatch(call -> call.startsWith("podman --root " + work + "/storage-podman"));
    assertThat(work.resolve("shop.tar")).exists();
  }

  @Test
  void dockerDoesWhenItsDaemonAnswers() throws Exception {
    pretend("docker");

    assertThat(run(ALL, Map.of())).isZero();

    assertThat(calls())
        .containsExactly(
            "docker info",
            "docker image inspect localhost/base:1",
            "docker import base.tar localhost/base:1",
            "docker build --progress plain --network host -t localhost/shop:1 --target shop"
                + " context",
            "docker save -o " + work + "/shop.tar.part localhost/shop:1");
    assertThat(work.resolve("shop.tar")).exists();
  }

  @Test
  void aDockerWithoutDaemonIsNone() throws Exception {
    program("docker", "exit 1");

    assertThat(run("choose_builder", Map.of())).isEqualTo(69);
  }

  @Test
  void theOneThatIsNamedIsTaken() throws Exception {
    pretend("buildah", "podman", "docker");

    assertThat(run(ALL, Map.of("URUIMI_IMAGE_BUILDER", "docker"))).isZero();

    assertThat(calls()).allMatch(call -> call.startsWith("docker "));
  }

  @Test
  void oneThatIsNamedAndNotThereIsAnError() throws Exception {
    pretend("buildah");

    assertThat(run("choose_builder", Map.of("URUIMI_IMAGE_BUILDER", "podman"))).isEqualTo(69);
    assertThat(run("choose_builder", Map.of("URUIMI_IMAGE_BUILDER", "kaniko"))).isEqualTo(64);
  }

  @Test
  void aStoreThatCannotOverlayCopies() throws Exception {
    program(
        "buildah",
        "case \"$*\" in *overlay*) exit 1 ;; esac; echo \"buildah $*\" >>'" + log() + "'");

    assertThat(run("choose_builder; has_image a", Map.of())).isZero();

    assertThat(calls()).singleElement().asString().contains("--storage-driver vfs inspect");
  }

  private int run(String commands, Map<String, String> variables) throws Exception {
    var script = "set -euo pipefail\nwork=" + work + "\n. " + SCRIPT + "\n" + commands;
    var builder = new ProcessBuilder("/bin/bash", "-c", script);
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    builder.environment().putAll(variables);
    return builder.inheritIO().start().waitFor();
  }

  /** Makes the file that it is told to write, and answers with a container's name. */
  private void pretend(String... names) throws IOException {
    for (var name : names) {
      program(
          name,
          """
          echo "%s $*" >>'%s'
          case " $* " in *" save "* | *" push "*) touch '%s' ;; *" from "*) echo container ;; esac
          """
              .formatted(name, log(), work.resolve("shop.tar.part")));
    }
  }

  private void program(String name, String script) throws IOException {
    var file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private Path log() {
    return work.resolve("calls");
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(log());
  }
}
