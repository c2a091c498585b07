package dev.uruimi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void fillsEveryPlaceOnce() {
    assertThat(new Template("${a}-${b}-${a}").fill(Map.of("a", "$1", "b", "${a}")))
        .isEqualTo("$1-${a}-$1");
  }

  @Test
  void namesAPlaceWithoutAValue() {
    assertThatThrownBy(() -> new Template("${missing}").fill(Map.of()))
        .hasMessage("no value for ${missing}");
  }
}
