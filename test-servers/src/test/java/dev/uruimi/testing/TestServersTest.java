package dev.uruimi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestServersTest {

  @Test
  void aWordOfTheVariableChooses() {
    assertThat(TestServers.of("embedded")).isEqualTo(TestServers.EMBEDDED);
    assertThat(TestServers.of("Containers")).isEqualTo(TestServers.CONTAINERS);
  }

  @Test
  void anotherWordIsNamed() {
    assertThatThrownBy(() -> TestServers.of("docker"))
        .hasMessage("URUIMI_TEST_SERVERS is embedded or containers, not \"docker\"");
  }
}
