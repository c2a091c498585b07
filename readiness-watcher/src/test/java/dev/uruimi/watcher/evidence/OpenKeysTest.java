package dev.uruimi.watcher.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.engines.EngineCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenKeysTest {

  @TempDir private Path folder;

  @Test
  void areThoseWhoseValueTheEngineTells() throws Exception {
    Files.createDirectories(folder.resolve("chart"));
    Files.writeString(folder.resolve("chart/Chart.yaml"), "version: 1.0.0");
    Files.writeString(
        Files.createDirectories(folder.resolve("engines/tiny")).resolve("engine.yaml"),
        """
        name: tiny
        title: Tiny
        description: For tests.
        chart: %s
        plans: {small: {title: Small, description: Small., quota: {pods: "4"}, values: {}}}
        secrets:
          - name: shop
            keys:
              user: {value: tiny}
              password: {generate: password, length: 20}
        endpoints: [{name: shop, path: /}]
        credentials: {secret: shop, usernameKey: user, passwordKey: password}
        deadline: PT5M
        readiness: {live: [], canSell: []}
        sale: []
        order: {number: orderNumber}
        """
            .formatted(folder.resolve("chart")));

    var open = OpenKeys.of(EngineCatalogue.load(folder.resolve("engines"), _ -> null));

    assertThat(open.contains("shop", "user")).isTrue();
    assertThat(open.contains("shop", "password")).isFalse();
    assertThat(open.contains("other", "user")).isFalse();
  }
}
