package dev.uruimi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SysctlsTest {

  @TempDir private Path folder;

  @Test
  void areAfterwardsAsTheyWere() throws Exception {
    var forward = folder.resolve("sys/net/ipv4/ip_forward");
    var panic = folder.resolve("sys/kernel/panic");
    Files.createDirectories(forward.getParent());
    Files.createDirectories(panic.getParent());
    Files.writeString(forward, "0\n");
    Files.writeString(panic, "120\n");
    var sysctls = new Sysctls(folder.resolve("sys"), folder.resolve("memory"));

    sysctls.remember();
    sysctls.allowForwarding();
    assertThat(forward).hasContent("1");
    Files.writeString(panic, "10\n");
    sysctls.restore();

    assertThat(forward).hasContent("0");
    assertThat(panic).hasContent("120");
    assertThat(folder.resolve("memory")).doesNotExist();
  }
}
