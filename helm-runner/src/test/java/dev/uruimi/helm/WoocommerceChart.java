package dev.uruimi.helm;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The WooCommerce chart, rendered without a cluster. */
final class WoocommerceChart {

  static final Path CHART = Path.of("../charts/woocommerce");
  static final String HOST = "ingress: {host: shop.example.com}\n";

  private WoocommerceChart() {}

  /** What the chart gives for these values, laid over those files and its defaults. */
  static List<HasMetadata> render(Path folder, String values, Path... files) throws IOException {
    var last = Files.writeString(Files.createTempFile(folder, "values", ".yaml"), values);
    var template =
        new Helm(CHART)
            .template()
            .withName("shop")
            .withNamespace("store-a")
            .withKubeVersion("1.36.3");
    Arrays.stream(files).forEach(template::withValuesFile);
    return Arrays.stream(template.withValuesFile(last).call().split("(?m)^---$"))
        .filter(document -> document.contains("kind:"))
        .map(document -> Serialization.<HasMetadata>unmarshal(document))
        .toList();
  }

  static <T> List<T> of(List<HasMetadata> objects, Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  static Deployment shop(List<HasMetadata> objects) {
    return of(objects, Deployment.class).stream()
        .filter(deployment -> deployment.getMetadata().getName().equals("shop"))
        .findFirst()
        .orElseThrow();
  }

  static Container container(List<HasMetadata> objects) {
    return shop(objects).getSpec().getTemplate().getSpec().getContainers().getFirst();
  }

  static String environment(Container container, String name) {
    return container.getEnv().stream()
        .filter(variable -> variable.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }
}
