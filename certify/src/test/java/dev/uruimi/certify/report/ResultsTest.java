package dev.uruimi.certify.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.certify.faults.FaultKinds;
import dev.uruimi.certify.invariants.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

  private static final String PODS = "simulated pods (engine bench)";
  private static final Instant MORNING = Instant.parse("2026-01-01T08:00:00Z");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void runsAddUpAndARunGoesOnWhereTheLastEnded() throws IOException {
    var results = new Results(folder.resolve("results.json"));
    results.save(run("c", 1, MORNING, injection(1, 17, 1000L), injection(2, 1, 3000L)));
    results.save(run("c", 1, NOON, injection(3, 17, 2000L), injection(4, 17, null)));
    results.save(run("other", 2, NOON.plusSeconds(1), injection(1, 17, 9000L)));

    assertThat(results.lastRound("c")).isEqualTo(4);
    assertThat(results.lastRound("never ran")).isZero();
    var summary = Summary.of(results.runs(), PODS, FaultKinds.ALL);
    assertThat(summary.seeds()).containsExactly(1L, 2L);
    assertThat(summary.rounds()).isEqualTo(5);
    assertThat(summary.rows()).hasSize(2);
    assertThat(summary.rows().get(1))
        .isEqualTo(
            new Row(17, "API server answers 429, 500, 503 or never", 4, 0, 8, 0, 2000L, 9000L));
  }

  @Test
  void aRunThatIsSavedAgainReplacesItself() throws IOException {
    var results = new Results(folder.resolve("results.json"));
    results.save(run("c", 1, MORNING, injection(1, 17, 1000L)));
    results.save(run("c", 1, MORNING, injection(1, 17, 1000L), injection(2, 3, 1000L)));

    assertThat(results.runs()).hasSize(1);
    assertThat(results.runs().getFirst().injections()).hasSize(2);
  }

  @Test
  void whatWasSkippedIsNeverCountedAsInjected() throws IOException {
    var results = new Results(folder.resolve("results.json"));
    results.save(run("c", 1, MORNING, new InjectionResult(1, 23, 2, 0, null, "no libfaketime")));

    var row = Summary.of(results.runs(), PODS, FaultKinds.ALL).rows().getFirst();
    assertThat(row.injected()).isZero();
    assertThat(row.skipped()).isEqualTo(1);
    assertThat(row.medianMillis()).isNull();
  }

  @Test
  void realShopsAreAddedUpBySelf() throws IOException {
    var results = new Results(folder.resolve("results.json"));
    results.save(run("c", 1, MORNING, injection(1, 17, 1000L)));

    assertThat(Summary.of(results.runs(), "real shops", FaultKinds.ALL).rows()).isEmpty();
  }

  @Test
  void theTableGoesBetweenTheCommentsOfAPage() throws IOException {
    var page = folder.resolve("reliability.md");
    Files.writeString(
        page, "above\n" + GeneratedSection.BEGIN + "\nold\n" + GeneratedSection.END + "\nbelow\n");
    var run = run("c", 42, MORNING, injection(1, 17, 1500L));

    GeneratedSection.write(page, List.of(Summary.of(List.of(run), PODS, FaultKinds.ALL)));

    assertThat(Files.readString(page))
        .startsWith("above\n")
        .endsWith("\nbelow\n")
        .doesNotContain("old")
        .contains(PODS, "seeds [42]", "| 17 | API server", "| 1.5 s | 1.5 s |");
  }

  @Test
  void aPageWithoutAPlaceIsRefused() throws IOException {
    var page = Files.writeString(folder.resolve("page.md"), "nothing here");

    assertThatThrownBy(() -> GeneratedSection.write(page, List.of()))
        .hasMessageContaining("page.md");
  }

  private static InjectionResult injection(int round, int fault, Long converged) {
    return new InjectionResult(round, fault, 2, 0, converged, null);
  }

  private static RunResult run(
      String campaign, long seed, Instant startedAt, InjectionResult... injections) {
    return new RunResult(
        campaign,
        seed,
        10,
        PODS,
        startedAt,
        60,
        injections[injections.length - 1].round(),
        5,
        3,
        List.of(injections),
        List.<Violation>of());
  }
}
