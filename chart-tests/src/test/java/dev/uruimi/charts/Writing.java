package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are generated and kept: {@code -Dcharts.write=true} writes them instead. */
final class Writing {

  private static final String HOW =
      "%s is stale: mvn -pl chart-tests -am test -Dcharts.write=true writes it anew; then look at"
          + " what changed";

  private Writing() {}

  static boolean on() {
    return Boolean.getBoolean("charts.write");
  }

  /** The file holds this text; or it does from now on. */
  static void assertKept(Path file, String text) throws IOException {
    if (on()) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } else {
      assertThat(file).as(HOW, file).exists();
      assertThat(Files.readString(file)).as(HOW, file).isEqualTo(text);
    }
  }
}
