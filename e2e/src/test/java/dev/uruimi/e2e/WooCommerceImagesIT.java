package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.cluster.ImageFolder;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The images of WooCommerce without a cluster: start, restart, upgrade, and whatever may break. */
@Order(2)
class WooCommerceImagesIT {

  private static final Pattern OK = Pattern.compile("(?m)^ok    ");

  @TempDir static Path folder;

  @BeforeAll
  static void theImagesAreBuilt() {
    Uruimi.up();
  }

  @Test
  void theImagesAreProvedByTheirOwnTest() throws IOException, InterruptedException {
    var images = new ImageFolder(UruimiHome.of(System.getenv()), "woocommerce", System.getenv());
    assertThat(images.skipped()).isEmpty();

    var said = run(images.built());

    var proved = OK.matcher(said).results().count();
    assertThat(proved).as(said).isGreaterThan(30);
    var last = said.lines().toList().getLast();
    assertThat(last)
        .isEqualTo(
            proved
                + (Engines.isDouble()
                    ? " passed; NOT proved here: selling (the plugin is a double)"
                    : " passed, a real WooCommerce sold"));
    System.out.println("e2e: images of WooCommerce: " + last);
  }

  private static String run(Path built) throws IOException, InterruptedException {
    var out = folder.resolve("out.txt");
    var process =
        new ProcessBuilder(
                Uruimi.repository().resolve("images/woocommerce/test/run.sh").toString(),
                built.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(process.waitFor(8, TimeUnit.MINUTES))
          .as("ended in time: %s", Files.readString(out))
          .isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    var said = Files.readString(out);
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
