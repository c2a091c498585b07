package dev.uruimi.charts;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A shop's chart. */
enum Chart {
  MEDUSA("api", "uploads", List.of("medusa", "postgres")),
  WOOCOMMERCE("shop", "wpContent", List.of("shop", "mariadb"));

  static final String KUBERNETES = "1.36.3";
  static final String RELEASE = "store-a123456789";

  private final String workload;
  private final String volume;
  private final List<String> images;

  Chart(String workload, String volume, List<String> images) {
    this.workload = workload;
    this.volume = volume;
    this.images = images;
  }

  String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  Path folder() {
    return Path.of("charts", id());
  }

  /** The values' key of the shop's pods. */
  String workload() {
    return workload;
  }

  /** The values' key of the volume that the shop's pods share. */
  String volume() {
    return volume;
  }

  /** Keys below {@code images}. */
  List<String> images() {
    return images;
  }

  /**
   * Renders the chart, as Helm would install it.
   *
   * @param files values files, the last one on top
   * @param values laid over the files
   */
  Rendered render(List<Path> files, String values) {
    return rendered(folder(), files, values);
  }

  /** What {@code helm test} runs. Helm leaves it out of a rendering: it is a hook. */
  Rendered renderTests(List<Path> files, String values) {
    try {
      var copy = Files.createTempDirectory("uruimi-chart-");
      try {
        copyWithoutHooks(copy);
        return rendered(copy, files, values).only("Pod");
      } finally {
        delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rendered rendered(Path folder, List<Path> files, String values) {
    try {
      var last = Files.writeString(Files.createTempFile("uruimi-values-", ".yaml"), values);
      try {
        TemplateCommand template =
            new Helm(folder)
                .template()
                .withName(RELEASE)
                .withNamespace(RELEASE)
                .withKubeVersion(KUBERNETES);
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
    try (var files = Files.walk(folder())) {
      for (var file : files.toList()) {
        var target = copy.resolve(folder().relativize(file).toString());
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
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
