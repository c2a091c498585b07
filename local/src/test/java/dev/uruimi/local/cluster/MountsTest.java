package dev.uruimi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MountsTest {

  private static final String MOUNTINFO =
      """
      22 1 254:0 / / rw - ext4 /dev/vda rw
      30 22 254:0 /state /state/data/kubelet rw shared:1 - ext4 /dev/vda rw
      31 30 0:40 / /state/data/kubelet/pods/a\\040b rw - tmpfs tmpfs rw
      32 22 0:41 / /state-of-others/x rw - tmpfs tmpfs rw
      """;

  @Test
  void findsTheMountsBelowAFolderAndNoOthers() {
    assertThat(Mounts.below(Path.of("/state"), MOUNTINFO))
        .containsExactly("/state/data/kubelet", "/state/data/kubelet/pods/a b");
  }
}
