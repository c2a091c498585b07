package dev.uruimi.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelmKindTest {

  @ParameterizedTest
  @CsvSource({
    "helm-linux-amd64.so, Linux, amd64, NATIVE",
    "helm-linux-arm64.so, Linux, aarch64, NATIVE",
    "helm-darwin-arm64.dylib, Mac OS X, aarch64, NATIVE",
    "helm-darwin-amd64.dylib, Mac OS X, x86_64, NATIVE",
    "helm-linux-amd64.so, Linux, aarch64, CLI",
    "helm-linux-amd64.so, Mac OS X, aarch64, CLI",
    ", Linux, aarch64, CLI",
    ", Linux, amd64, CLI",
  })
  void theCommandWorksWhereThereIsNoLibraryForTheMachine(
      String library, String osName, String osArch, HelmKind kind) {
    assertThat(HelmKind.resolved(library, osName, osArch)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"NATIVE", "CLI"})
  void whatIsWantedIsDone(HelmKind kind) {
    assertThat(kind.resolved()).isEqualTo(kind);
  }
}
