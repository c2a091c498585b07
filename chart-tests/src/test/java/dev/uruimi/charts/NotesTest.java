package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Helm tells the person who installed a chart. */
class NotesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "MEDUSA,      https://shop.example.com:8443/, https://shop.example.com:8443/app,     "
        + " medusa-credentials",
    "WOOCOMMERCE, https://shop.example.com:8443/, https://shop.example.com:8443/wp-admin,"
        + " wordpress-credentials",
  })
  void theyNameTheLinksAndTheSecret(Chart chart, String shop, String admin, String secret)
      throws IOException {
    var notes =
        notes(chart, "ingress: {host: shop.example.com, protocol: https, port: \"8443\"}\n");

    assertThat(notes.lines())
        .contains("Shop:   " + shop, "Admin:  " + admin)
        .anyMatch(line -> line.contains("get secret " + secret + " "))
        .anyMatch(line -> line.contains("helm test my-shop -n shops"));
    assertThat(notes).doesNotContain("Nothing leads to the shop");
  }

  @ParameterizedTest
  @EnumSource(Chart.class)
  void theySayWhenNothingLeadsToTheShop(Chart chart) throws IOException {
    assertThat(notes(chart, "ingress: {host: shop.example.com, enabled: false}\n"))
        .contains("Nothing leads to the shop yet");
  }

  private String notes(Chart chart, String values) throws IOException {
    var text =
        new Helm(chart.folder())
            .install()
            .clientOnly()
            .dryRun()
            .withName("my-shop")
            .withNamespace("shops")
            .withKubeVersion(Chart.KUBERNETES)
            .withValuesFile(Files.writeString(folder.resolve("values.yaml"), values))
            .call()
            .getOutput();
    assertThat(text).contains("NOTES:");
    return text.substring(text.indexOf("NOTES:"));
  }
}
