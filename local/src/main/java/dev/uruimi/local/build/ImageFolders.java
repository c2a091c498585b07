package dev.uruimi.local.build;

import dev.uruimi.local.cluster.ProgramSearch;
import dev.uruimi.local.process.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folders of {@code images/}, each with a {@code build.sh}. */
public record ImageFolders(Path images) {

  private static final Path PACKAGES = Path.of("/var/lib/dpkg/info");

  /** Their names, in order; without those of a cluster's own. */
  public List<String> names() {
    try (var folders = Files.list(images)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("build.sh")))
          .map(folder -> String.valueOf(folder.getFileName()))
          .filter(name -> !name.equals("pause"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** What their builds need: each {@code requires.txt} names Debian packages, one a line. */
  public List<Requirement> requirements() {
    return names().stream()
        .flatMap(image -> packages(image).stream().map(name -> requirement(image, name)))
        .toList();
  }

  private List<String> packages(String image) {
    var file = images.resolve(image).resolve("requires.txt");
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().map(String::strip).filter(l -> !l.isEmpty()).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Requirement requirement(String image, String name) {
    return new Requirement(
        name,
        "builds the image of the shop (" + image + ")",
        name,
        "install " + name,
        () ->
            ProgramSearch.find(name).isPresent() || Files.exists(PACKAGES.resolve(name + ".list")));
  }
}
