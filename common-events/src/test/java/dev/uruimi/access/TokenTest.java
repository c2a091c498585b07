package dev.uruimi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

  private static final String VALUE = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder;

  @Test
  void whoShowsItIsLetIn() throws IOException {
    var token = of(VALUE + "\n");

    assertThat(token.isShownBy(token.header())).isTrue();
    assertThat(token.isShownBy("bearer " + VALUE)).isTrue();
    assertThat(token.toString()).doesNotContain(VALUE);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        VALUE,
        "Basic " + VALUE,
        "Bearer 0123456789abcdef0123456789abcdee",
        "Bearer " + VALUE + "0",
        "Bearer " + VALUE + ", " + VALUE
      })
  void whoShowsAnythingElseIsNot(String header) throws IOException {
    assertThat(of(VALUE).isShownBy(header)).isFalse();
  }

  @Test
  void noFileIsNoOpenDoor() {
    assertThatThrownBy(() -> Token.ofFile("LOGIN_TOKEN_FILE", ""))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("LOGIN_TOKEN_FILE names no file");
    assertThatThrownBy(() -> Token.ofFile("LOGIN_TOKEN_FILE", folder.resolve("no").toString()))
        .hasMessageContaining("cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "0123456789abcdef 0123456789abcdef"})
  void aFileWithoutATokenIsNoneEither(String content) {
    assertThatThrownBy(() -> of(content))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("holds no token");
  }

  private Token of(String content) throws IOException {
    var file = Files.writeString(folder.resolve("token"), content);
    return Token.ofFile("LOGIN_TOKEN_FILE", file.toString());
  }
}
