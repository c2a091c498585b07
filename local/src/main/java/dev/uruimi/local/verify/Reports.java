package dev.uruimi.local.verify;

import dev.uruimi.local.process.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The test reports below a repository. */
public record Reports(Path repository) {

  private static final List<String> FOLDERS =
      List.of("target/surefire-reports", "target/failsafe-reports");

  /** Removes those of earlier runs, so that only what ran now is counted. */
  public void clear() throws IOException {
    for (var module : modules()) {
      for (var folder : FOLDERS) {
        Trees.delete(module.resolve(folder));
      }
    }
  }

  List<TestCase> read() throws IOException {
    var cases = new ArrayList<TestCase>();
    for (var module : modules()) {
      for (var folder : FOLDERS) {
        cases.addAll(read(module, module.resolve(folder)));
      }
    }
    return cases;
  }

  private static List<TestCase> read(Path module, Path folder) throws IOException {
    var cases = new ArrayList<TestCase>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
        for (var file : files) {
          cases.addAll(ReportFile.read(String.valueOf(module.getFileName()), file));
        }
      }
    }
    return cases;
  }

  private List<Path> modules() throws IOException {
    try (var folders = Files.list(repository)) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
    }
  }
}
