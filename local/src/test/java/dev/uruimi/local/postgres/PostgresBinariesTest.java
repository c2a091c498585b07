package dev.uruimi.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

  @ParameterizedTest
  @CsvSource({
    "linux, amd64, linux-x86_64",
    "linux, arm64, linux-arm_64",
    "darwin, amd64, darwin-x86_64",
    "darwin, arm64, darwin-arm_64",
  })
  void theArchiveIsTheMachines(String os, String arch, String platform) {
    assertThat(PostgresBinaries.platform(new Target(os, arch))).isEqualTo(platform);
  }
}
