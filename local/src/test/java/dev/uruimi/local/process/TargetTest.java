package dev.uruimi.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux/amd64",
    "Linux, aarch64, linux/arm64",
    "Mac OS X, aarch64, darwin/arm64",
    "Mac OS X, x86_64, darwin/amd64",
    "Linux, riscv64, linux/riscv64",
    "Windows 11, amd64, windows/amd64",
  })
  void isNamedAsGoDoes(String osName, String osArch, String target) {
    assertThat(Target.of(osName, osArch)).hasToString(target);
  }
}
