package dev.uruimi.local.cluster;

import dev.uruimi.local.process.ContentHash;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Step;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Brings built images (see {@code images/<name>/build.sh}) into the node's containerd, each build
 * once.
 */
public final class Images {

  static final String STEP = "pause-image";
  static final String PAUSE = "localhost/uruimi/pause:1";

  private final ClusterFiles files;
  private final Containerd containerd;

  Images(ClusterFiles files) {
    this.files = files;
    this.containerd = new Containerd(files);
  }

  /** A step that imports {@code images/<name>}, which is built by then. */
  public static Step step(UruimiHome home, String name) {
    var images = new Images(new ClusterFiles(home));
    return Step.of(
        name + "-image", List.of(Containerd.NAME), progress -> images.importBuilt(name, progress));
  }

  private void importBuilt(String name, Progress progress)
      throws IOException, InterruptedException {
    var built = new ImageFolder(files.home(), name, System.getenv()).built();
    var list = built.resolve(ImageFolder.LIST);
    if (!Files.exists(list)) {
      throw new IOException("image " + name + " is not built: " + list + " is missing");
    }
    var present = containerd.ctr("images", "ls", "-q").run().lines().toList();
    for (var line : Files.readAllLines(list)) {
      var archive = line.substring(0, line.indexOf(' '));
      var image = line.substring(line.indexOf(' ') + 1).strip();
      var marker = marker(image);
      if (!present.contains(image) || !built.toString().equals(read(marker))) {
        progress.line("importing " + image);
        containerd.ctr("images", "import", built.resolve(archive).toString()).run();
        Files.createDirectories(marker.getParent());
        Files.writeString(marker, built.toString());
      }
    }
  }

  /** Beside containerd's own data, so that both go together. */
  private Path marker(String image) {
    return files.containerdRoot().resolve("uruimi-imported").resolve(ContentHash.of(image));
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }
}
