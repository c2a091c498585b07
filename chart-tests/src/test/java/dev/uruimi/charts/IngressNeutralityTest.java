package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Any ingress controller will do: a shop says by its class alone which one is meant. */
class IngressNeutralityTest {

  /** Annotations that one controller knows, by their prefixes. */
  private static final Pattern OF_ONE_CONTROLLER =
      Pattern.compile(
          "(.*\\.)?(traefik\\.(io|containo\\.us)|nginx\\.(ingress\\.kubernetes\\.io|org|com)"
              + "|haproxy(-ingress\\.github\\.io|\\.org)|alb\\.ingress\\.kubernetes\\.io|konghq\\.com"
              + "|projectcontour\\.io|getambassador\\.io|appgw\\.ingress\\.kubernetes\\.io)/.*"
              + "|kubernetes\\.io/ingress\\..*|ingress\\.(kubernetes|gcp\\.kubernetes)\\.io/.*");

  static List<Variant> variants() {
    return Variant.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void noAnnotationIsForOneControllerOnly(Variant variant) {
    assertThat(variant.render().objects().stream().flatMap(IngressNeutralityTest::annotations))
        .noneMatch(name -> OF_ONE_CONTROLLER.matcher(name).matches());
  }

  @ParameterizedTest
  @EnumSource(Chart.class)
  void nginxAndTraefikGetTheSameObjectButForTheClass(Chart chart) {
    assertThat(ingress(chart, "traefik").getSpec().getIngressClassName()).isEqualTo("traefik");
    var nginx = ingress(chart, "nginx");
    assertThat(nginx.getSpec().getIngressClassName()).isEqualTo("nginx");
    nginx.getSpec().setIngressClassName("traefik");

    assertThat(nginx).isEqualTo(ingress(chart, "traefik"));
  }

  private static Ingress ingress(Chart chart, String className) {
    var values = "ingress: {host: shop.example.com, className: " + className + "}\n";
    return new Variant(chart, className, List.of(), values).render().of(Ingress.class).getFirst();
  }

  private static Stream<String> annotations(HasMetadata object) {
    var annotations = object.getMetadata().getAnnotations();
    return annotations == null ? Stream.of() : annotations.keySet().stream();
  }
}
