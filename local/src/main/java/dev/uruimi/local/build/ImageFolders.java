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

  /**
   * What their builds need: each {@code requires.txt} names Debian packages, one a line. Behind
   * {@code |} are programs that do as well; the package is what is installed where none is here.
   */
  public List<Requirement> requirements() {
    return names().stream()
        .flatMap(image -> lines(image).stream().map(line -> requirement(image, line)))
        .toList();
  }

  private List<String> lines(String image) {
    var file = images.resolve(image).resolve("requires.txt");
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().map(String::strip).filter(l -> !l.isEmpty()).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Requirement requirement(String image, String line) {
    var names = List.of(line.split("\\|"));
    return new Requirement(
        String.join(" or ", names),
        "builds the image of the shop (" + image + ")",
        names.getFirst(),
        "install " + names.getFirst(),
        () ->
            names.stream().anyMatch(ImageFolders::works)
                || Files.exists(PACKAGES.resolve(names.getFirst() + ".list")));
  }

  private static boolean works(String program) {
    return ProgramSearch.find(program).isPresent()
        && (!program.equals("docker") || DockerDaemon.answers());
  }
}
