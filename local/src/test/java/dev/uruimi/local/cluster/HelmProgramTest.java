package dev.uruimi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.Target;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelmProgramTest {

  @ParameterizedTest
  @CsvSource({
    "linux, amd64, '', false",
    "linux, arm64, '', true",
    "darwin, arm64, '', false",
    "linux, riscv64, auto, true",
    "linux, amd64, cli, true",
    "linux, arm64, native, false",
  })
  void servicesNeedItWhereHelmJavaHasNoLibraryOrWhenAskedTo(
      String os, String arch, String setting, boolean needed) {
    var environment = Map.of("URUIMI_HELM_RUNNER", setting);

    assertThat(HelmProgram.needed(environment, new Target(os, arch))).isEqualTo(needed);
  }
}
