package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The dashboard in a real browser, before the really running system. */
@Order(3)
class DashboardIT {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** Again after the API was killed. */
  @BeforeEach
  void thePlatformIsUp() {
    Uruimi.up();
  }

  @Test
  @Order(1)
  void aStoreIsMadeSellsShowsItsOrderAndIsDeleted() throws Exception {
    inTheBrowser("sells");
  }

  @Test
  @Order(2)
  void thePageOutlivesTheDeathOfTheApi() throws Exception {
    inTheBrowser("reconnects");
  }

  private static void inTheBrowser(String test) throws IOException, InterruptedException {
    var dashboard = Uruimi.repository().resolve("dashboard");
    var output = Files.createTempFile("uruimi-browser", ".txt");
    var builder =
        new ProcessBuilder(
                dashboard.resolve("node_modules/.bin/playwright").toString(),
                "test",
                "--project=system",
                "browser/system/" + test + ".spec.ts")
            .directory(dashboard.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("URUIMI_URL", "http://127.0.0.1:7080");
    builder.environment().put("URUIMI_TOKEN_FILE", Uruimi.logInTokenFile().toString());
    builder.environment().put("URUIMI_API_PID", Long.toString(Uruimi.process("store-api").pid()));
    var browser = builder.start();
    if (!browser.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly();
      throw new AssertionError(test + " took longer than " + PATIENCE);
    }
    assertThat(browser.exitValue()).as(Files.readString(output)).isZero();
    Files.delete(output);
  }
}
