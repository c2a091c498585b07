package dev.uruimi.charts;

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
    return new ChartFolder(folder(), RELEASE).render(files, values);
  }

  /** What {@code helm test} runs. */
  Rendered renderTests(List<Path> files, String values) {
    return new ChartFolder(folder(), RELEASE).renderTests(files, values);
  }
}
