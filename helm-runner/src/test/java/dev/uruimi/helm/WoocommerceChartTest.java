package dev.uruimi.helm;

import static dev.uruimi.helm.WoocommerceChart.CHART;
import static dev.uruimi.helm.WoocommerceChart.HOST;
import static dev.uruimi.helm.WoocommerceChart.container;
import static dev.uruimi.helm.WoocommerceChart.environment;
import static dev.uruimi.helm.WoocommerceChart.of;
import static dev.uruimi.helm.WoocommerceChart.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The WooCommerce chart as a product: what it renders, and what it refuses. */
class WoocommerceChartTest {

  @TempDir Path folder;

  @Test
  void isWithoutFaultForTheStrictLinter() {
    var result = new Helm(CHART).lint().strict().call();

    assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"values.yaml", "values-local.yaml", "values-prod.yaml", "ci/values-double.yaml"})
  void everyValuesFileGivesAWholeShop(String file) throws IOException {
    assertThat(render(HOST, CHART.resolve(file)))
        .extracting(object -> object.getKind() + "/" + object.getMetadata().getName())
        .containsExactlyInAnyOrder(
            "NetworkPolicy/database",
            "NetworkPolicy/sells",
            "NetworkPolicy/shop",
            "PersistentVolumeClaim/database",
            "PersistentVolumeClaim/wp-content",
            "Service/database",
            "Service/shop",
            "Deployment/database",
            "Deployment/shop",
            "Ingress/shop");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ingress: {host: Shop_1}                                       | ingress",
        "ingress: {host: a.example, protocol: gopher}                  | protocol",
        "service: {type: Headless}                                     | service",
        "store: {currency: euro}                                       | currency",
        "store: {flatRate: 4.9}                                        | flatRate",
        "store: {id: too-long-and-wrong}                               | store",
        "shop: {replicas: -1}                                          | replicas",
        "shop: {resources: {requests: {cpu: lots, memory: 1Gi}}}       | cpu",
        "shop: {colour: red}                                           | colour",
        "database: {existingSecret: ''}                                | existingSecret",
        "database: {bufferPool: 64MB}                                  | bufferPool",
        "images: {shop: {digest: 'sha256:12'}}                         | digest",
        "image: {registry: registry.example.com/}                      | registry",
        "smtp: {security: perhaps}                                     | security",
        "payments: [{gateway: stripe}]                                 | existingSecret",
        "payments: [{gateway: ../etc, existingSecret: keys}]           | gateway",
        "httpRoute: {enabled: true}                                    | parentRefs",
        "colour: red                                                   | colour",
      })
  void refusesAWrongValueAndNamesIt(String values, String named) {
    var host = values.startsWith("ingress:") ? "" : HOST;

    assertThatThrownBy(() -> render(host + values + "\n")).hasMessageContaining(named);
  }

  @Test
  void asksForAHost() {
    assertThatThrownBy(() -> render("")).hasMessageContaining("ingress.host is missing");
  }

  @Test
  void manyReplicasNeedAVolumeForMany() throws IOException {
    var many = HOST + "shop: {replicas: 3, strategy: RollingUpdate}\n";

    assertThatThrownBy(() -> render(many)).hasMessageContaining("ReadWriteMany");
    assertThat(
            of(
                render(many + "wpContent: {accessMode: ReadWriteMany}\n"),
                PodDisruptionBudget.class))
        .hasSize(1);
  }

  @Test
  void podsMeetTheRestrictedStandard() throws IOException {
    for (var deployment : of(render(HOST), Deployment.class)) {
      var pod = deployment.getSpec().getTemplate().getSpec();
      assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
      assertThat(pod.getSecurityContext().getSeccompProfile().getType())
          .isEqualTo("RuntimeDefault");
      assertThat(pod.getAutomountServiceAccountToken()).isFalse();
      for (var container : pod.getContainers()) {
        var security = container.getSecurityContext();
        assertThat(security.getAllowPrivilegeEscalation()).isFalse();
        assertThat(security.getReadOnlyRootFilesystem()).isTrue();
        assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getLimits()).containsKey("memory");
      }
    }
  }

  @Test
  void aStoresNameIsTakenAsItIs() throws IOException {
    var shop = container(render(HOST + "store: {name: 'Ada''s \"$(SHOP_URL)\" {{ . }} <b>'}\n"));

    assertThat(environment(shop, "SHOP_NAME")).isEqualTo("Ada's \"$$(SHOP_URL)\" {{ . }} <b>");
  }

  @Test
  void everySecretIsSomeoneElses() throws IOException {
    var objects =
        render(
            HOST
                + """
                credentials: {existingSecret: my-admin}
                salts: {existingSecret: my-salts}
                database: {existingSecret: my-database}
                smtp: {host: mail.example.com, existingSecret: my-mail}
                payments: [{gateway: stripe_cc, existingSecret: my-stripe}]
                """);

    assertThat(objects).extracting(HasMetadata::getKind).doesNotContain("Secret");
    assertThat(container(objects).getEnv())
        .filteredOn(variable -> variable.getValueFrom() != null)
        .extracting(variable -> variable.getValueFrom().getSecretKeyRef().getName())
        .contains("my-admin", "my-salts", "my-database", "my-mail");
    assertThat(shop(objects).getSpec().getTemplate().getSpec().getVolumes())
        .filteredOn(volume -> volume.getSecret() != null)
        .extracting(volume -> volume.getSecret().getSecretName())
        .containsExactly("my-stripe");
    assertThat(container(objects).getVolumeMounts())
        .extracting(mount -> mount.getMountPath())
        .contains("/run/uruimi/payments/stripe_cc");
  }

  @ParameterizedTest
  @CsvSource({
    "'host: a.example',                                    http://a.example",
    "'host: a.example, port: 8081',                        http://a.example:8081",
    "'host: a.example, port: \"8081\"',                    http://a.example:8081",
    "'host: a.example, port: \"80\"',                      http://a.example",
    "'host: a.example, port: \"\"',                        http://a.example",
    "'host: a.example, port: 443, protocol: https',        https://a.example",
  })
  void theShopsAddressIsWhatABrowserShows(String ingress, String url) throws IOException {
    var shop = container(render("ingress: {%s}\n".formatted(ingress)));

    assertThat(environment(shop, "SHOP_URL")).isEqualTo(url);
  }

  @Test
  void volumesAreKeptWhenTheReleaseGoes() throws IOException {
    assertThat(of(render(HOST), PersistentVolumeClaim.class))
        .hasSize(2)
        .allSatisfy(
            claim ->
                assertThat(claim.getMetadata().getAnnotations())
                    .containsEntry("helm.sh/resource-policy", "keep"));
  }

  @Test
  void oneRegistryForAllImagesAndADigestWins() throws IOException {
    var digest = "sha256:" + "0".repeat(64);
    var objects =
        render(
            HOST
                + "image: {registry: registry.example.com/team}\n"
                + "images: {mariadb: {digest: '%s'}}\n".formatted(digest));

    assertThat(of(objects, Deployment.class))
        .flatExtracting(deployment -> deployment.getSpec().getTemplate().getSpec().getContainers())
        .extracting(Container::getImage)
        .containsExactlyInAnyOrder(
            "registry.example.com/team/uruimi/woocommerce:10.5.2",
            "registry.example.com/team/uruimi/mariadb@" + digest);
  }

  @Test
  void theWayInIsChosenByValues() throws IOException {
    var gateway = render(HOST + "httpRoute: {enabled: true, parentRefs: [{name: public}]}\n");
    assertThat(gateway).extracting(HasMetadata::getKind).contains("HTTPRoute");
    assertThat(of(gateway, Ingress.class)).isEmpty();

    var node = render(HOST + "service: {type: NodePort, nodePort: 30080}\n");
    assertThat(of(node, Service.class))
        .filteredOn(service -> service.getSpec().getType().equals("NodePort"))
        .singleElement()
        .satisfies(
            service ->
                assertThat(service.getSpec().getPorts().getFirst().getNodePort()).isEqualTo(30080));

    var secure =
        of(
            render(
                "ingress: {host: a.example, protocol: https, className: nginx,"
                    + " annotations: {cert: me}, tls: {enabled: true, secretName: tls}}\n"),
            Ingress.class);
    assertThat(secure)
        .singleElement()
        .satisfies(
            ingress -> {
              assertThat(ingress.getSpec().getIngressClassName()).isEqualTo("nginx");
              assertThat(ingress.getSpec().getTls().getFirst().getSecretName()).isEqualTo("tls");
              assertThat(ingress.getMetadata().getAnnotations()).isEqualTo(Map.of("cert", "me"));
            });
  }

  @Test
  void onlyTheShopReachesItsDatabase() throws IOException {
    var database =
        of(render(HOST), NetworkPolicy.class).stream()
            .filter(policy -> policy.getMetadata().getName().equals("database"))
            .findFirst()
            .orElseThrow()
            .getSpec();

    assertThat(database.getEgress()).isEmpty();
    assertThat(database.getIngress())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.getFrom())
                  .singleElement()
                  .satisfies(
                      peer -> {
                        assertThat(peer.getNamespaceSelector()).isNull();
                        assertThat(peer.getPodSelector().getMatchLabels())
                            .containsEntry("app.kubernetes.io/component", "shop");
                      });
              assertThat(rule.getPorts().getFirst().getPort().getIntVal()).isEqualTo(3306);
            });
  }

  private List<HasMetadata> render(String values, Path... files) throws IOException {
    return WoocommerceChart.render(folder, values, files);
  }
}
