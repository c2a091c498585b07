package dev.uruimi.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksKeyTest {

  @Test
  void theKeyIsMadeOnceAndItsOwnersAlone(@TempDir Path state) throws IOException {
    var key = new WebhooksKey(new UruimiHome(Path.of("/r"), Path.of("/c"), state));

    key.ensure();
    var made = Files.readString(key.file());
    key.ensure();

    assertThat(made.strip()).matches("[0-9a-f]{64}");
    assertThat(Files.readString(key.file())).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.file())))
        .isEqualTo("rw-------");
  }
}
