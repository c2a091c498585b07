package dev.uruimi.charts;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A chart, rendered as Helm would install it.
 *
 * @param release its name, and that of its namespace
 */
record ChartFolder(Path path, String release) {

  /**
   * Renders the chart.
   *
   * @param files values files, the last one on top
   * @param values laid over the files
   */
  Rendered render(List<Path> files, String values) {
    return render(path, files, values);
  }

  /** What {@code helm test} runs. Helm leaves it out of a rendering: it is a hook. */
  Rendered renderTests(List<Path> files, String values) {
    try {
      var copy = Files.createTempDirectory("uruimi-chart-");
      try {
        copyWithoutHooks(copy);
        return render(copy, files, values).only("Pod");
      } finally {
        delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Rendered render(Path folder, List<Path> files, String values) {
    try {
      var last = Files.writeString(Files.createTempFile("uruimi-values-", ".yaml"), values);
      try {
        TemplateCommand template =
            new Helm(folder)
                .template()
                .withName(release)
                .withNamespace(release)
                .withKubeVersion(Chart.KUBERNETES);
        files.forEach(template::withValuesFile);
        return new Rendered(template.withValuesFile(last).call());
      } finally {
        Files.delete(last);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copyWithoutHooks(Path copy) throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.toList()) {
        var target = copy.resolve(path.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.writeString(
              target, Files.readString(file).replaceAll("(?m)^ +helm\\.sh/hook: test$", ""));
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
