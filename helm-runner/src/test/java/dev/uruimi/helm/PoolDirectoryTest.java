package dev.uruimi.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolDirectoryTest {

  @Test
  void valuesAreForThisUserOnly() throws IOException {
    var directory = PoolDirectory.create();
    try {
      var file = directory.writeValues(Map.of("a", 1));

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.root())))
          .isEqualTo("rwx------");
      assertThat(file).content().isEqualTo("{\"a\":1}");
    } finally {
      directory.delete();
    }
    assertThat(directory.root()).doesNotExist();
  }

  @Test
  void textsAreSuchAsYamlTakes() {
    assertThat(PoolDirectory.yaml(Map.of("a", "\u0085\u2028\u007f🛍\"")))
        .isEqualTo("{\"a\":\"\\u0085\\u2028\\u007f🛍\\\"\"}");
  }

  @Test
  void whatAKilledProcessLeftIsRemovedByTheNext() throws Exception {
    var gone = new ProcessBuilder("true").start();
    gone.waitFor();
    var parent = Path.of(System.getProperty("java.io.tmpdir"));
    var left = Files.createTempDirectory(parent, "uruimi-helm-" + gone.pid() + "-");
    Files.writeString(left.resolve("values-1.yaml"), "{}");

    PoolDirectory.create().delete();

    assertThat(left).doesNotExist();
  }
}
