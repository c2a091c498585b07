package dev.uruimi.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTreesTest {

  @Test
  void mapsAreLaidOverEachOtherAndTheRestReplaced() {
    assertThat(
            ValueTrees.overlay(
                Map.of("a", Map.of("b", 1, "c", 2), "d", 3), Map.of("a", Map.of("c", 4), "d", 5)))
        .isEqualTo(Map.of("a", Map.of("b", 1, "c", 4), "d", 5));
  }

  @Test
  void aNullTakesADefaultAway() {
    var none = new HashMap<String, Object>();
    none.put("storageClass", null);

    assertThat(ValueTrees.overlay(Map.of("storageClass", "fast"), none)).isEqualTo(none);
    assertThat(ValueTrees.overlay(Map.of(), none)).isEqualTo(none);
    assertThat(ValueTrees.overlay(none, Map.of("storageClass", "fast")))
        .isEqualTo(Map.of("storageClass", "fast"));
  }
}
