package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every variant renders, word for word: a change of a chart shows in review. */
class GoldenFilesTest {

  static final Path GOLDEN = Path.of("chart-tests/src/test/resources/golden");

  static List<Variant> variants() {
    return Variant.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void rendersWhatItDid(Variant variant) throws IOException {
    var text = variant.render().text().strip() + "\n";

    Writing.assertKept(file(variant), text + "---\n" + variant.renderTests().text().strip() + "\n");
  }

  @Test
  void noFileIsOfNoVariant() throws IOException {
    Assumptions.assumeFalse(Writing.on(), "files are being written");
    var known =
        Stream.concat(
                Variant.all().stream().map(GoldenFilesTest::file),
                PlatformVariant.all().stream().map(PlatformVariant::golden))
            .toList();
    try (var files = Files.walk(GOLDEN)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrderElementsOf(known);
    }
  }

  private static Path file(Variant variant) {
    return GOLDEN.resolve(variant.chart().id()).resolve(variant.name() + ".yaml");
  }
}
