package dev.uruimi.local.clusterchoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.cluster.ImageFolder;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a program in the tool's place that writes down how it was called. */
class LoadedImagesTest {

  @TempDir private Path folder;
  private UruimiHome home;
  private Path built;
  private Path calls;

  @BeforeEach
  void anImageIsBuilt() throws IOException {
    home = new UruimiHome(folder.resolve("r"), folder.resolve("c"), folder.resolve("s"));
    var source = Files.createDirectories(home.repository().resolve("images/shop"));
    Files.writeString(source.resolve("build.sh"), "");
    built = new ImageFolder(home, "shop", Map.of()).built();
    Files.createDirectories(built);
    Files.writeString(
        built.resolve("images.txt"),
        "shop.tar localhost/uruimi/shop:1\nshop.tar localhost/uruimi/shop:2\n");
    calls = folder.resolve("calls");
    var tool = folder.resolve("kind");
    Files.writeString(tool, "#!/bin/sh\necho \"$@\" >> " + calls + "\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void anArchiveIsLoadedOnceIntoACluster() throws Exception {
    images("cluster-1").load(Progress.SILENT);
    images("cluster-1").load(Progress.SILENT);

    assertThat(Files.readAllLines(calls))
        .containsExactly("load image-archive " + built.resolve("shop.tar") + " --name dev");
  }

  @Test
  void aClusterThatWasMadeAnewIsLoadedAgain() throws Exception {
    images("cluster-1").load(Progress.SILENT);
    images("cluster-2").load(Progress.SILENT);

    assertThat(Files.readAllLines(calls)).hasSize(2);
  }

  private LoadedImages images(String cluster) {
    return new LoadedImages(home, "shop", this::command, () -> cluster);
  }

  /** The tool's command line, its first word being our program. */
  private Optional<List<String>> command(Path archive) {
    return ImageLoading.command(Distribution.KIND, "kind-dev", archive, program -> true)
        .map(
            line -> {
              var ours = new ArrayList<>(line);
              ours.set(0, folder.resolve("kind").toString());
              return ours;
            });
  }
}
