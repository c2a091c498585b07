package dev.uruimi.local.clusterchoice;

import dev.uruimi.local.cluster.ImageFolder;
import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.ContentHash;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Step;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Brings the built archives of {@code images/<name>} to the nodes of somebody else's cluster, each
 * build once.
 *
 * @param loading the command for an archive
 * @param cluster its identity: a cluster that was made anew has no images
 */
record LoadedImages(
    UruimiHome home,
    String name,
    Function<Path, Optional<List<String>>> loading,
    Supplier<String> cluster) {

  Step step() {
    return Step.of(name + "-image", List.of(ContextCluster.OBJECTS), this::load);
  }

  void load(Progress progress) throws IOException, InterruptedException {
    var folder = new ImageFolder(home, name, System.getenv());
    var built = folder.built();
    for (var archive : folder.archives()) {
      var marker = marker(archive);
      var content = built + " " + cluster.get();
      if (!Files.exists(marker) || !Files.readString(marker).equals(content)) {
        var command = loading.apply(built.resolve(archive));
        if (command.isPresent()) {
          progress.line("loading " + archive);
          Command.of(command.get()).run();
          Files.createDirectories(marker.getParent());
          Files.writeString(marker, content);
        }
      }
    }
  }

  private Path marker(String archive) {
    return home.data("loaded-images").resolve(ContentHash.of(name, archive));
  }
}
