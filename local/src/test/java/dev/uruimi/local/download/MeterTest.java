package dev.uruimi.local.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeterTest {

  private final List<String> said = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Meter meter = new Meter("kubectl", said::add, () -> now);

  @Test
  void aSlowFileIsToldInTenths() {
    for (int percent = 0; percent <= 100; percent++) {
      meter.at(percent * 500_000L, 50_000_000);
      now = now.plusSeconds(1);
    }

    assertThat(said)
        .hasSize(11)
        .startsWith("downloading kubectl: 0.0 of 50.0 MB, 0 %")
        .endsWith("downloading kubectl: 50.0 of 50.0 MB, 100 %");
  }

  @Test
  void aQuickOneIsToldAtItsBeginningAndItsEnd() {
    for (int percent = 0; percent <= 100; percent++) {
      meter.at(percent * 500_000L, 50_000_000);
    }

    assertThat(said).hasSize(2);
  }

  @Test
  void whereTheSizeIsUnknownOnlyWhatCameIsTold() {
    meter.at(0, -1);
    now = now.plusSeconds(5);
    meter.at(12_000_000, -1);

    assertThat(said).containsExactly("downloading kubectl: 0.0 MB", "downloading kubectl: 12.0 MB");
  }
}
