package dev.uruimi.watcher.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.engines.ScenarioStep;
import dev.uruimi.watcher.diagnosis.Probe;
import dev.uruimi.watcher.probe.LastCheck.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LastCheckTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Shop LIVE = new Shop("h", "http", List.of(step("page")), List.of());
  private static final Shop SALE =
      new Shop("h", "http", List.of(step("page")), List.of(step("cart")));

  @Test
  void aSaleThatWasTriedIsTold() {
    assertThat(LastCheck.of(SALE, Probe.passed(NOW), null))
        .isEqualTo(new LastCheck(NOW, true, Kind.CAN_SELL, null, NOW));
    assertThat(LastCheck.of(SALE, new Probe(NOW, 1, "cart", "status 500"), null))
        .isEqualTo(new LastCheck(NOW, false, Kind.CAN_SELL, "At step \"cart\": status 500.", NOW));
  }

  @Test
  void oneThatWasNotReachedIsNot() {
    assertThat(LastCheck.of(SALE, new Probe(NOW, 1, "page", "no answer"), null))
        .isEqualTo(new LastCheck(NOW, false, Kind.LIVE, "At step \"page\": no answer.", null));
  }

  @Test
  void theLastSaleIsRememberedOverLiveChecks() {
    var sale = LastCheck.of(SALE, Probe.passed(NOW), null);
    var later = NOW.plusSeconds(60);

    assertThat(LastCheck.of(LIVE, Probe.passed(later), sale))
        .isEqualTo(new LastCheck(later, true, Kind.LIVE, null, NOW));
  }

  private static ScenarioStep step(String name) {
    return new ScenarioStep(
        name,
        new ScenarioStep.Request("GET", "/", Map.of(), null),
        new ScenarioStep.Expectation(List.of(200), Map.of(), null),
        Map.of());
  }
}
