package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code helm lint --strict}. */
class LintTest {

  @ParameterizedTest
  @ValueSource(strings = {"medusa", "woocommerce", "uruimi"})
  void theStrictLinterFindsNothing(String chart) {
    var result = new Helm(Path.of("charts", chart)).lint().strict().call();

    assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
  }

  @Test
  void itFindsWhatIsOutOfDate(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("Chart.yaml"), "{apiVersion: v2, name: old, version: 1.0.0}");
    Files.writeString(folder.resolve("values.yaml"), "");
    Files.writeString(
        Files.createDirectory(folder.resolve("templates")).resolve("ingress.yaml"),
        """
        apiVersion: extensions/v1beta1
        kind: Ingress
        metadata:
          name: old
        """);

    var result = new Helm(folder).lint().strict().call();

    assertThat(result.isFailed()).isTrue();
    assertThat(result.getMessages()).anyMatch(message -> message.contains("deprecated"));
  }
}
