package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAccessTest {

  @Test
  void thePasswordsFileWins(@TempDir Path directory) throws IOException {
    var file = Files.writeString(directory.resolve("password"), "from-file\n");

    assertThat(new DatabaseAccess("url", "user", "plain", file.toString()).getPassword())
        .isEqualTo("from-file");
    assertThat(new DatabaseAccess("url", "user", "plain", "").getPassword()).isEqualTo("plain");
  }
}
