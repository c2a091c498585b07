package dev.uruimi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class HostNamesTest {

  private final HostNames names =
      new HostNames(new WebProperties(List.of("Uruimi.example"), DataSize.ofKilobytes(16)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:7080",
        "127.0.0.1:1",
        "[::1]",
        "[::1]:80",
        "uruimi.example"
      })
  void knowsItsOwn(String host) {
    assertThat(names.isOwnHost(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evil.example",
        "localhost.evil.example",
        "localhost:80:80",
        "store-a.localhost",
        "localhost@evil",
        "127.0.0.2",
        "::1"
      })
  void refusesForeignOnes(String host) {
    assertThat(names.isOwnHost(host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:5173", "https://uruimi.example", "http://[::1]:80"})
  void knowsItsOwnPages(String origin) {
    assertThat(names.isOwnOrigin(origin)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "http://store-a.localhost",
        "file://localhost",
        "http://evil@localhost",
        "localhost"
      })
  void refusesForeignPages(String origin) {
    assertThat(names.isOwnOrigin(origin)).isFalse();
  }
}
