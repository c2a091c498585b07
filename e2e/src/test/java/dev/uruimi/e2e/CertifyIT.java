package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A short campaign: every kind of fault once, on an installation of its own. */
@Order(6)
class CertifyIT {

  private static final int KINDS = 30;

  @TempDir private Path folder;

  @Test
  void everyKindOfFaultOnceAndNothingIsLostLeftOverOrMute() throws IOException {
    Uruimi.succeed(Duration.ofMinutes(3), "down");
    var report = folder.resolve("certify.json");

    var run =
        Uruimi.run(
            Duration.ofMinutes(60),
            "certify",
            "--seed",
            "7",
            "--stores",
            "12",
            "--at-once",
            "4",
            "--json",
            report.toString());

    assertThat(run.exit()).as("%s%n%s", run.out(), run.err()).isZero();
    var summary = JsonMapper.shared().readTree(Files.readString(report)).path(0);
    assertThat(summary.path("pods").asString()).isEqualTo("simulated pods (engine bench)");
    assertThat(summary.path("violations").asInt()).as(run.out()).isZero();
    assertThat(summary.path("rows").valueStream())
        .hasSize(KINDS)
        .as(run.out())
        .allMatch(row -> row.path("injected").asInt() > 0);
  }
}
