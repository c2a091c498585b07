package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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

  @Test
  void thePlatformsLeadToTheDashboardAndItsToken() throws IOException {
    var secret = "secrets: {existingSecret: platform}\n";

    assertThat(notes(PlatformVariant.FOLDER, secret + PlatformVariant.HOST))
        .contains(
            "https://uruimi.example.net/", "get secret platform ", "helm test my-shop -n shops")
        .doesNotContain("merchants' scripts");
    assertThat(notes(PlatformVariant.FOLDER, secret + "ingress: {enabled: false}\n"))
        .contains("port-forward service/store-api 7080:7080");
    assertThat(notes(PlatformVariant.FOLDER, secret + "ingress: {host: admin.localhost}\n"))
        .contains("admin.localhost lies beside the shops, which run merchants' scripts");
  }

  private String notes(Chart chart, String values) throws IOException {
    return notes(chart.folder(), values);
  }

  private String notes(Path chart, String values) throws IOException {
    var text =
        new Helm(chart)
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
