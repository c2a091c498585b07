package dev.uruimi.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenComplaintTest {

  @TempDir private Path folder;

  @Test
  void tellsTheGoalThatFailedRatherThanTheTestsBefore() throws IOException {
    var complaint =
        complaint(
            "[ERROR] Tests run: 3, Failures: 1",
            "[INFO] Total time: 1 s",
            "[ERROR] Failed to execute goal spotless:check on project a: format violations",
            "[ERROR]     src/main/java/A.java",
            "[ERROR] ",
            "[ERROR] Re-run Maven");

    assertThat(complaint)
        .isEqualTo(
            "Failed to execute goal spotless:check on project a: format violations;"
                + " src/main/java/A.java; Re-run Maven");
  }

  @Test
  void tellsTheFirstErrorsWhereNoGoalFailed() throws IOException {
    assertThat(complaint("[ERROR] Some problems", "[INFO] x")).isEqualTo("Some problems");
  }

  @Test
  void pointsToTheLogWhereItHoldsNoError() throws IOException {
    assertThat(complaint("Killed")).isEqualTo("see log");
  }

  private String complaint(String... lines) throws IOException {
    var log = folder.resolve("tests.log");
    Files.write(log, List.of(lines));
    return MavenComplaint.in(log);
  }
}
