package dev.uruimi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoVersionTest {

  @ParameterizedTest
  @ValueSource(strings = {"go1.26", "go1.26.8", "go1.27rc1", "go2.0"})
  void lateEnough(String version) {
    assertThat(GoVersion.sufficient(version, "local")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"go1.25.9", "go1.19.8", "devel", ""})
  void tooOld(String version) {
    assertThat(GoVersion.sufficient(version, "local")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"go1.21.0", "go1.25.9"})
  void mayFetchALaterOne(String version) {
    assertThat(GoVersion.sufficient(version, "auto")).isTrue();
    assertThat(GoVersion.sufficient(version, "go1.25.9+auto")).isTrue();
    assertThat(GoVersion.sufficient("go1.20.1", "auto")).isFalse();
  }
}
