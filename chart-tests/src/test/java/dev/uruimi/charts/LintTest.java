package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code helm lint --strict}. */
class LintTest {

  @ParameterizedTest
  @EnumSource(Chart.class)
  void theStrictLinterFindsNothing(Chart chart) {
    var result = new Helm(chart.folder()).lint().strict().call();

    assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
  }
}
