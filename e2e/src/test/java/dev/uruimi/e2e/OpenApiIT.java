package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is asked of the running API, good or bad: no server error, no answer that its document
 * does not name. The last class: simulated nodes and the engine {@code bench} stay.
 */
@Order(Integer.MAX_VALUE)
class OpenApiIT {

  private static final String ADDRESS = System.getProperty("uruimi.api", "http://127.0.0.1:7080");
  private static final int STORES = 20;

  @TempDir private Path folder;

  private String document = "";

  /** The first request makes the document, which takes its time on a busy machine. */
  @BeforeEach
  void theDocumentIsMade() {
    var answer = Api.send("GET", "/openapi.json", null, Map.of());
    assertThat(answer.status()).isEqualTo(200);
    document = answer.body();
  }

  @BeforeAll
  static void thePlatformOffersStoresThatCostNothing() {
    up();
    if (!Api.send("GET", "/engines", null, Map.of()).body().contains("\"bench\"")) {
      Uruimi.succeed(Duration.ofMinutes(5), "down");
      up();
    }
  }

  @AfterEach
  void noStoreIsLeft() throws Exception {
    for (var id : schemathesis().stores()) {
      Api.delete(id);
    }
  }

  @Test
  void answersNothingThatIsNotDocumented() throws Exception {
    var outcome = schemathesis().run(ADDRESS, document);

    var report = outcome.report();
    System.out.printf(
        "schemathesis: %s operations of %s, %s cases, %s failures, %s errors, %d stores%n",
        report.at("/operations/tested"),
        report.at("/operations/total"),
        report.at("/test_cases/generated"),
        report.at("/test_cases/unique_failures"),
        report.at("/test_cases/errored"),
        schemathesis().stores().size());
    assertThat(report.at("/operations/tested").asInt())
        .isEqualTo(report.at("/operations/total").asInt() - 1);
    assertThat(report.at("/test_cases/unique_failures").asInt(-1)).as(outcome.text()).isZero();
    assertThat(report.at("/test_cases/errored").asInt(-1)).as(outcome.text()).isZero();
    assertThat(schemathesis().stores()).hasSizeBetween(1, STORES);
  }

  private Schemathesis schemathesis() {
    return new Schemathesis(folder, STORES, Duration.ofSeconds(150));
  }

  private static void up() {
    Uruimi.succeed(
        Duration.ofMinutes(40), "up", "--simulated-nodes", "2", "--with-engine", "bench");
  }
}
