package dev.uruimi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {

  @TempDir private Path folder;
  private Path archive = Path.of("");

  @BeforeEach
  void anImageMadeOfAnArchive() throws IOException {
    var image = Files.createDirectories(folder.resolve("images/tea"));
    Files.writeString(image.resolve("environment.txt"), "TEA_ARCHIVE\n");
    archive = Files.writeString(folder.resolve("tea.zip"), "leaves");
  }

  @Test
  void isAnotherBuildWhenAVariableItNamesChanges() throws IOException {
    var without = image(Map.of()).hash();
    var with = image(Map.of("TEA_ARCHIVE", archive.toString())).hash();

    assertThat(with).isNotEqualTo(without);
    assertThat(image(Map.of("OTHER", "x")).hash()).isEqualTo(without);
    Files.writeString(archive, "more leaves");
    assertThat(image(Map.of("TEA_ARCHIVE", archive.toString())).hash()).isNotEqualTo(with);
  }

  @Test
  void tellsWhyThereIsNothing() throws IOException {
    var image = image(Map.of());
    assertThat(image.skipped()).isEmpty();

    Files.createDirectories(image.built());
    Files.writeString(image.built().resolve("images.txt"), "");
    Files.writeString(image.built().resolve("skipped.txt"), "no archive");

    assertThat(image.skipped()).contains("no archive");
  }

  private ImageFolder image(Map<String, String> environment) {
    var home = new UruimiHome(folder, folder.resolve("cache"), folder.resolve("state"));
    return new ImageFolder(home, "tea", environment);
  }
}
