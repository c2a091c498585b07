package dev.uruimi.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

  @TempDir private Path state;

  @Test
  void eachIs256RandomBitsThatOnlyTheirOwnerMayRead() throws IOException {
    var tokens = tokens();

    tokens.ensure();

    assertThat(tokens.logIn().read()).matches("[0-9a-f]{64}").isNotEqualTo(tokens.peers().read());
    for (var secret : new SecretFile[] {tokens.logIn(), tokens.peers(), tokens.webhooksKey()}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret.file())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void theyAreMadeOnce() throws IOException {
    tokens().ensure();
    var first = tokens().logIn().read();

    tokens().ensure();

    assertThat(tokens().logIn().read()).isEqualTo(first);
    try (var files = Files.list(state.resolve("secrets"))) {
      assertThat(files).hasSize(3);
    }
  }

  private Tokens tokens() {
    return new Tokens(new UruimiHome(Path.of("/r"), Path.of("/c"), state));
  }
}
