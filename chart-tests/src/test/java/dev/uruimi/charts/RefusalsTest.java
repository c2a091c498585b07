package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A wrong value is refused: the message says which one, and in words what it may be. */
class RefusalsTest {

  private static final String HOST = "ingress: {host: shop.example.com}\n";

  /** {@code W} stands for the shop's pods, {@code V} for their volume. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ingress: {host: Shop_1}                    | /ingress/host               | a host name in"
            + " lower case",
        "ingress: {host: 'http://shop.example.com'} | /ingress/host               | a host name in"
            + " lower case",
        "ingress: {host: a, protocol: gopher}       | /ingress/protocol           | one of 'http',"
            + " 'https'",
        "ingress: {host: a, port: 70000}            | /ingress/port               | a port, 1 to"
            + " 65535",
        "ingress: {host: a, className: Two Words}   | /ingress/className          | the name of an"
            + " IngressClass",
        "ingress: {host: a, enabled: 'yes'}         | /ingress/enabled            | got string,"
            + " want boolean",
        "ingress: {host: a, annotations: {a: 1}}    | /ingress/annotations/a      | got number,"
            + " want string",
        "ingress: {host: a, tls: {secret: a}}       | /ingress/tls                | additional"
            + " properties 'secret' not allowed",
        "httpRoute: {enabled: true}                 | /httpRoute/parentRefs       | minItems: got"
            + " 0, want 1",
        "httpRoute: {enabled: true, parentRefs: [{}]} | /httpRoute/parentRefs/0   | missing"
            + " property 'name'",
        "service: {type: Headless}                  | /service/type               | one of"
            + " 'ClusterIP', 'NodePort', 'LoadBalancer'",
        "service: {port: 0}                         | /service/port               | a port, 1 to"
            + " 65535",
        "service: {nodePort: 70000}                 | /service/nodePort           | a node port",
        "store: {id: too-long-and-wrong}            | /store/id                   | ten lower-case"
            + " letters and digits",
        "store: {name: ''}                          | /store/name                 | a name of 1 to"
            + " 200 characters",
        "store: {plan: XXL}                         | /store/plan                 | a plan's name",
        "credentials: {existingSecret: ''}          | /credentials/existingSecret | the name of a"
            + " Secret",
        "database: {existingSecret: My_Secret}      | /database/existingSecret    | the name of a"
            + " Secret",
        "database: {storage: lots}                  | /database/storage           | a Kubernetes"
            + " quantity",
        "database: {storageClass: ''}               | /database/storageClass      | the name of a"
            + " storage class",
        "database: {maxConnections: 1}              | /database/maxConnections    | a number of"
            + " connections, 10 or more",
        "database: {resources: {requests: {cpu: lots}}} | /database/resources/requests/cpu | a"
            + " Kubernetes quantity",
        "database: {resources: {limits: {memory: null}}} | /database/resources/limits | missing"
            + " property 'memory'",
        "image: {registry: registry.example.com/}   | /image/registry             | without a slash"
            + " at the end",
        "image: {registry: 'https://r.example.com'} | /image/registry             | without"
            + " protocol",
        "image: {pullSecrets: [registry]}           | /image/pullSecrets/0        | got string,"
            + " want object",
        "images: {I: {digest: 'sha256:12'}}         | /images/I/digest            | 64 hexadecimal"
            + " digits",
        "images: {I: {tag: 1.5}}                    | /images/I/tag               | got number,"
            + " want string",
        "images: {I: {repository: Shop}}            | /images/I/repository        | an image"
            + " repository",
        "images: {I: {pullPolicy: Sometimes}}       | /images/I/pullPolicy        | one of"
            + " 'Always', 'IfNotPresent', 'Never'",
        "W: {replicas: -1}                          | /W/replicas                 | a number of"
            + " pods, 0 to 50",
        "W: {strategy: BlueGreen}                   | /W/strategy                 | one of"
            + " 'Recreate', 'RollingUpdate'",
        "W: {startSeconds: 1}                       | /W/startSeconds             | a number of"
            + " seconds, 30 or more",
        "W: {extraEnv: [{name: A=B}]}               | /W/extraEnv/0/name          | the name of an"
            + " environment variable",
        "W: {extraEnv: [{name: A, value: 1}]}       | /W/extraEnv/0/value         | got number,"
            + " want string",
        "V: {storage: -1Gi}                         | /V/storage                  | a Kubernetes"
            + " quantity",
        "V: {accessMode: ReadWriteSometimes}        | /V/accessMode               | one of"
            + " 'ReadWriteOnce'",
        "networkPolicy: {ingressBlocks: [10.0.0.0]} | /networkPolicy/ingressBlocks/0 | an address"
            + " block",
        "networkPolicy: {ingressNamespaceSelector: {name: a}} |"
            + " /networkPolicy/ingressNamespaceSelector | additional properties 'name' not allowed",
        "podDisruptionBudget: {maxUnavailable: 0}   | /podDisruptionBudget/maxUnavailable | a"
            + " number of pods, 1 or more",
        "nodeSelector: {disk: 1}                    | /nodeSelector/disk          | got number,"
            + " want string",
        "tolerations: [all]                         | /tolerations/0              | got string,"
            + " want object",
        "colour: red                                | ''                          | additional"
            + " properties 'colour' not allowed",
      })
  void bothChartsRefuse(String values, String path, String sentence) {
    for (var chart : Chart.values()) {
      assertRefused(chart, filled(chart, values), filled(chart, path), sentence);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api: {heapMegabytes: 100}        | /api/heapMegabytes      | 220 or more: with less Medusa"
            + " does not boot",
        "database: {sharedBuffers: 64M}   | /database/sharedBuffers | PostgreSQL's size of memory",
        "service: {apiPort: 99999}        | /service/apiPort        | a port, 1 to 65535",
        "podSecurity: {user: 0}           | /podSecurity/user       | a user's number, and never"
            + " root's 0",
        "storefront: {colour: red}        | /storefront             | additional properties"
            + " 'colour' not allowed",
      })
  void medusaRefuses(String values, String path, String sentence) {
    assertRefused(Chart.MEDUSA, values, path, sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "store: {currency: euro}                | /store/currency       | an ISO 4217 code",
        "store: {country: Germany}              | /store/country        | an ISO 3166 code",
        "store: {flatRate: 4.9}                 | /store/flatRate       | got number, want string",
        "store: {flatRate: cheap}               | /store/flatRate       | a price, as text",
        "shop: {workers: 1}                     | /shop/workers         | 2 to 200",
        "shop: {startupPath: shop}              | /shop/startupPath     | a path that starts with a"
            + " slash",
        "database: {bufferPool: 64MB}           | /database/bufferPool  | MariaDB's size of memory",
        "smtp: {security: perhaps}              | /smtp/security        | one of 'none',"
            + " 'starttls', 'tls'",
        "smtp: {from: nobody}                   | /smtp/from            | a mail address",
        "payments: [{gateway: stripe}]          | /payments/0           | missing property"
            + " 'existingSecret'",
        "payments: [{gateway: ../etc, existingSecret: keys}] | /payments/0/gateway | a payment"
            + " gateway's id",
        "salts: {existingSecret: ''}            | /salts/existingSecret | the name of a Secret",
        "podSecurity: {databaseUser: 0}         | /podSecurity/databaseUser | never root's 0",
      })
  void woocommerceRefuses(String values, String path, String sentence) {
    assertRefused(Chart.WOOCOMMERCE, values, path, sentence);
  }

  @ParameterizedTest
  @EnumSource(Chart.class)
  void valuesMustFitEachOther(Chart chart) {
    assertThatThrownBy(() -> chart.render(List.of(), ""))
        .hasMessageContaining("ingress.host is missing: the host name customers use");
    assertThatThrownBy(() -> chart.render(List.of(), HOST + filled(chart, "W: {replicas: 2}")))
        .hasMessageContaining(
            filled(chart, "W.replicas: more than 1 needs V.accessMode ReadWriteMany"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | 512Mi | at least 528Mi, and it is 512Mi",
        "900 | 1Gi   | at least 1028Mi, and it is 1Gi"
      })
  void medusasHeapMustFitItsMemory(int heap, String limit, String sentence) {
    var values =
        HOST
            + "api: {heapMegabytes: %d, resources: {limits: {memory: %s}}}\n"
                .formatted(heap, limit);

    assertThatThrownBy(() -> Chart.MEDUSA.render(List.of(), values))
        .hasMessageContaining("api.heapMegabytes: %d MiB of heap".formatted(heap))
        .hasMessageContaining(sentence);
  }

  private static void assertRefused(Chart chart, String values, String path, String sentence) {
    var host = values.startsWith("ingress:") ? "" : HOST;
    assertThatThrownBy(() -> chart.render(List.of(), host + values + "\n"))
        .as("%s: %s", chart, values)
        .satisfies(
            refusal ->
                assertThat(refusal.getMessage().replace("\\", ""))
                    .contains("at '" + path + "'")
                    .contains(sentence.replace("'", "'")));
  }

  private static String filled(Chart chart, String text) {
    return text.replaceAll("\\bW\\b", chart.workload())
        .replaceAll("\\bV\\b", chart.volume())
        .replaceAll("\\bI\\b", chart.images().getFirst());
  }
}
