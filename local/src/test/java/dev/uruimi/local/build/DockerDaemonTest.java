package dev.uruimi.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerDaemonTest {

  private static final Duration LONG = Duration.ofSeconds(10);

  @TempDir private Path programs;

  @Test
  void aClientThatIsAnsweredHasADaemon() throws IOException {
    assertThat(DockerDaemon.answers(client("exit 0"), LONG)).isTrue();
  }

  @Test
  void aClientAloneIsNoDaemon() throws IOException {
    assertThat(DockerDaemon.answers(client("exit 1"), LONG)).isFalse();
  }

  @Test
  void aDaemonThatHangsIsNone() throws IOException {
    assertThat(DockerDaemon.answers(client("exec sleep 60"), Duration.ofMillis(50))).isFalse();
  }

  @Test
  void withoutClientThereIsNone() {
    assertThat(DockerDaemon.answers(programs.resolve("docker").toString(), LONG)).isFalse();
  }

  private String client(String script) throws IOException {
    var file = Files.writeString(programs.resolve("docker"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }
}
