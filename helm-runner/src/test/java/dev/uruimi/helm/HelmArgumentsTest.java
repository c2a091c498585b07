package dev.uruimi.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelmArgumentsTest {

  private static final Path VALUES = Path.of("/pool/values-1.yaml");

  @Test
  void valuesAreNamedByTheirFiles() {
    assertThat(HelmArguments.install(shop("shop", "/charts/shop"), VALUES))
        .containsExactly(
            "install",
            "--namespace=store-a",
            "--output=json",
            "--description=attempt 1",
            "--values=\"/charts/a,b.yaml\"",
            "--values=\"/pool/values-1.yaml\"",
            "--",
            "shop",
            "/charts/shop");
  }

  @Test
  void namesAreNeverOptions() {
    assertThat(HelmArguments.upgrade(shop("--help", "/charts/-x"), VALUES))
        .endsWith("--", "--help", "/charts/-x")
        .contains("--reset-values");
    assertThat(HelmArguments.uninstall("-n", "--all"))
        .containsExactly("uninstall", "--namespace=-n", "--ignore-not-found", "--", "--all");
  }

  @Test
  void renderingIsForAVersionOfKubernetes() {
    assertThat(HelmArguments.template(shop("shop", "/charts/shop"), VALUES, "v1.36.3"))
        .startsWith("template", "--namespace=store-a", "--kube-version=v1.36.3");
  }

  private static Installation shop(String release, String chart) {
    return new Installation(
        "store-a",
        release,
        Path.of(chart),
        List.of(Path.of("/charts/a,b.yaml")),
        Map.of("password", "never seen"),
        "attempt 1");
  }
}
