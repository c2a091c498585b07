package dev.uruimi.local.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkPageTest {

  private static final URI LINK = URI.create("http://127.0.0.1:7080/log-in#secret");

  @Test
  void whatTheBrowserIsStartedWithDoesNotHoldTheCode(@TempDir Path folder) throws IOException {
    var file = folder.resolve("run/log-in.html");

    var page = new LinkPage(file).leadingTo(LINK);

    assertThat(page.toString()).startsWith("file:///").doesNotContain("secret");
    assertThat(Files.readString(file)).contains(LINK.toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
