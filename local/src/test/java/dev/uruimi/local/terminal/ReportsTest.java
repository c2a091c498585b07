package dev.uruimi.local.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ReportsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);

  @Test
  void whereNothingMovesEveryEventIsALine() {
    try (var report = new PlainReport(Terminal.plain(out), Clock.fixed(NOW, ZoneOffset.UTC))) {
      report.started("services");
      report.said("services", "compiling\u001b[2J");
      report.done("services", Duration.ofMillis(12_300));
      report.started("image");
      report.failed("image", Duration.ofSeconds(3));
    }

    assertThat(bytes.toString(UTF_8).lines())
        .containsExactly(
            "  services: started",
            "  services: compiling [2J (0.0 s)",
            "✔ services: 12.3 s",
            "  image: started",
            "✘ image: failed after 3.0 s");
  }

  @Test
  void aLongTaskGivesSignsOfLife() {
    var later = Clock.fixed(NOW.plusSeconds(90), ZoneOffset.UTC);
    try (var report = new PlainReport(Terminal.plain(out), later)) {
      report.started("Kubernetes");
      report.signsOfLife();
    }

    assertThat(bytes.toString(UTF_8)).contains("  Kubernetes: still at work (0.0 s)");
  }

  @Test
  void onATerminalRunningLinesAreDrawnOverAndFinishedOnesStay() {
    var terminal = new Terminal(out, true, false, 60);
    try (var report = new LiveReport(terminal, Clock.fixed(NOW, ZoneOffset.UTC))) {
      report.started("services");
      report.done("services", Duration.ofSeconds(2));
    }

    assertThat(bytes.toString(UTF_8))
        .startsWith("⠋ services")
        .endsWith("\u001b[1F\u001b[J✔ services  2.0 s\n");
  }

  @Test
  void aRunningLineFitsTheTerminal() {
    var task = new RunningTask("services", NOW, "").saying("compiling " + "x".repeat(200));

    var line = task.line(NOW.plusSeconds(65), 10, 60);

    assertThat(line)
        .hasSize(60)
        .startsWith("⠋ services      1 min 05 s  compiling x")
        .endsWith("…");
  }
}
