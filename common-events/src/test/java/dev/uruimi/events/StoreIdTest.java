package dev.uruimi.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreIdTest {

  @RepeatedTest(100)
  void randomIdsAreValidDnsLabels() {
    assertThat(StoreId.random(new Random()).namespace()).matches("store-[a-z][a-z0-9]{9}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "0bcdefghjk", "abcdefghji", "ABCDEFGHJK", "abcdefghjk\n"})
  void refusesAnotherForm(String text) {
    assertThatThrownBy(() -> new StoreId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesNamespaceAndHost() {
    var id = new StoreId("abcdefghjk");

    assertThat(id.namespace()).isEqualTo("store-abcdefghjk");
    assertThat(id.host("localhost")).isEqualTo("store-abcdefghjk.localhost");
  }
}
