package dev.uruimi.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {

  @Test
  void aHostileValueStaysText() {
    var places = new Places(Map.of("name", "x: ${host}\n- $1 \"'", "host", "shop"));

    assertThat(places.fill(Map.of("store", Map.of("names", List.of("<${name}>", 3)))))
        .isEqualTo(Map.of("store", Map.of("names", List.of("<x: ${host}\n- $1 \"'>", 3))));
  }

  @Test
  void namesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> new Places(Map.of()).fill("${cart}")).hasMessageContaining("${cart}");
  }

  @Test
  void laysValuesOverEachOtherMapByMap() {
    assertThat(
            ValueTrees.overlay(
                Map.of("a", Map.of("b", 1, "c", 2), "d", 3), Map.of("a", Map.of("c", 4))))
        .isEqualTo(Map.of("a", Map.of("b", 1, "c", 4), "d", 3));
  }
}
