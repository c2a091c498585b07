package dev.uruimi.local.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.uruimi.local.terminal.CommandFailed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {

  private static final URI HERE = URI.create("http://127.0.0.1:7080");

  @TempDir private Path folder;
  private FakeApi server;

  @BeforeEach
  void startApi() throws IOException {
    server = new FakeApi();
  }

  @AfterEach
  void stopApi() {
    server.close();
  }

  @Test
  void theInstallationsOwnIsShownToThisMachine() throws Exception {
    Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(folder.resolve("secrets/log-in-token"), "abc\n");
    server.answers(200, "application/json", "{\"id\": \"k7m2p9x4qd\"}");

    try (var api = server.client(TokenFile.of(environment(), server.address()))) {
      api.get("k7m2p9x4qd");
    }

    assertThat(server.shown()).containsExactly("Bearer abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://uruimi.example", "http://127.0.0.1.example:7080", "http://[::2]"})
  void andToNobodyElse(String address) throws IOException {
    Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(folder.resolve("secrets/log-in-token"), "abc");

    assertThat(TokenFile.of(environment(), URI.create(address)).authorization()).isEmpty();
  }

  @Test
  void theNamedOneIsShownToWhomeverItIsNamedFor() throws IOException {
    var named = Files.writeString(folder.resolve("theirs"), "def");
    var environment = Map.of("URUIMI_TOKEN_FILE", named.toString());

    assertThat(TokenFile.of(environment, URI.create("https://uruimi.example")).authorization())
        .contains("Bearer def");
  }

  @Test
  void whoIsNotLetInIsToldWhereTheTokenIsLookedFor() {
    server.answers(401, "application/problem+json", "{\"title\": \"Log-in needed\"}");

    try (var api = server.client(TokenFile.of(environment(), HERE))) {
      assertThatThrownBy(() -> api.get("k7m2p9x4qd"))
          .asInstanceOf(type(CommandFailed.class))
          .extracting(CommandFailed::advice)
          .asString()
          .contains("secrets/log-in-token", "URUIMI_TOKEN_FILE");
    }
    assertThat(server.shown()).containsExactly("");
  }

  private Map<String, String> environment() {
    return Map.of("URUIMI_STATE", folder.toString());
  }
}
