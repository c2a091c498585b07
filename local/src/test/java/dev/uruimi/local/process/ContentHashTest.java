package dev.uruimi.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {

  @TempDir private Path folder;
  private String before = "";

  @BeforeEach
  void fill() throws Exception {
    Files.writeString(folder.resolve("a"), "1");
    before = ContentHash.ofFolder(folder);
  }

  @Test
  void bordersBetweenTextsCount() {
    assertThat(ContentHash.of("ab", "c")).isNotEqualTo(ContentHash.of("a", "bc"));
  }

  @Test
  void staysWithoutAChange() throws Exception {
    Files.writeString(folder.resolve("a"), "1");
    Files.createDirectories(folder.resolve("node_modules/x"));
    Files.writeString(folder.resolve("node_modules/x/y"), "1");

    assertThat(ContentHash.ofFolder(folder)).isEqualTo(before).hasSize(16);
  }

  @Test
  void changesWithBytesNamesAndTheExecutableBit() throws Exception {
    var file = folder.resolve("a");

    Files.writeString(file, "2");
    assertThat(ContentHash.ofFolder(folder)).isNotEqualTo(before);

    Files.writeString(file, "1");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    assertThat(ContentHash.ofFolder(folder)).isNotEqualTo(before);

    Files.move(file, folder.resolve(".hidden"));
    assertThat(ContentHash.ofFolder(folder)).isNotEqualTo(before);
  }
}
