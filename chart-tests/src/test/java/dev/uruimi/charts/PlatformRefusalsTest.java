package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong value of the platform is refused: the message says which one, and in words. */
class PlatformRefusalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ingress: {host: Shop_1}                    | /ingress/host               | a host name in"
            + " lower case",
        "ingress: {host: a, tls: {secret: a}}       | /ingress/tls                | additional"
            + " properties 'secret' not allowed",
        "httpRoute: {enabled: true}                 | /httpRoute/parentRefs       | minItems: got"
            + " 0, want 1",
        "service: {type: Headless}                  | /service/type               | one of"
            + " 'ClusterIP', 'NodePort', 'LoadBalancer'",
        "stores: {domain: ''}                       | /stores/domain              | a domain in"
            + " lower case",
        "stores: {protocol: gopher}                 | /stores/protocol            | one of 'http',"
            + " 'https'",
        "stores: {port: 70000}                      | /stores/port                | a port, 1 to"
            + " 65535",
        "stores: {ingressAddress: 'http://traefik'} | /stores/ingressAddress      | without"
            + " protocol",
        "stores: {nameServers: [10.0.0.1]}          | /stores/nameServers/0       | an address"
            + " block",
        "stores: {valuesFiles: {medusa: {}}}        | ''                          | an environment"
            + " variable in capitals",
        "stores: {valuesFiles: {A: a.yaml}}         | /stores/valuesFiles/A       | got string,"
            + " want object",
        "kafka: {bootstrapServers: kafka}           | /kafka/bootstrapServers     | host:port, or"
            + " several",
        "kafka: {heapMegabytes: 10}                 | /kafka/heapMegabytes        | MiB of heap,"
            + " 256 or more",
        "kafka: {storage: lots}                     | /kafka/storage              | a Kubernetes"
            + " quantity",
        "postgres: {url: 'postgres://db/uruimi'}    | /postgres/url               |"
            + " jdbc:postgresql://host:port/database",
        "postgres: {url: 'jdbc:postgresql://db/a?password=x'} | /postgres/url     | without user"
            + " and password",
        "postgres: {passwordKey: a/b}               | /postgres/passwordKey       | the key of a"
            + " Secret",
        "secrets: {existingSecret: My_Secret}       | /secrets/existingSecret     | the name of a"
            + " Secret",
        "provisioner: {replicas: -1}                | /provisioner/replicas       | a number of"
            + " pods, 0 to 50",
        "cleanup: {resources: {limits: {memory: null}}} | /cleanup/resources/limits | missing"
            + " property 'memory'",
        "storeApi: {extraEnv: [{name: A, value: 1}]} | /storeApi/extraEnv/0/value | got number,"
            + " want string",
        "images: {services: {digest: 'sha256:12'}}  | /images/services/digest     | 64 hexadecimal"
            + " digits",
        "image: {registry: 'https://r.example.com'} | /image/registry             | without"
            + " protocol",
        "rbac: {chartRules: [{apiGroups: [''], resources: ['*'], verbs: [get]}]} |"
            + " /rbac/chartRules/0/resources/0 | never *",
        "rbac: {chartRules: [{apiGroups: [''], resources: [pods], verbs: ['*']}]} |"
            + " /rbac/chartRules/0/verbs/0 | one of 'get'",
        "podSecurity: {kafkaUser: 0}                | /podSecurity/kafkaUser      | never root's 0",
        "podDisruptionBudget: {maxUnavailable: 0}   | /podDisruptionBudget/maxUnavailable | a"
            + " number of pods, 1 or more",
        "topologySpread: {whenUnsatisfiable: Never} | /topologySpread/whenUnsatisfiable | one of"
            + " 'ScheduleAnyway'",
        "networkPolicy: {ingressBlocks: [10.0.0.0]} | /networkPolicy/ingressBlocks/0 | an address"
            + " block",
        "colour: red                                | ''                          | additional"
            + " properties 'colour' not allowed",
      })
  void refuses(String values, String path, String sentence) {
    var host = values.startsWith("ingress:") ? "" : PlatformVariant.HOST;

    assertThatThrownBy(() -> PlatformVariant.render(host + values + "\n"))
        .as(values)
        .satisfies(
            refusal ->
                assertThat(refusal.getMessage().replace("\\", ""))
                    .contains("at '" + path + "'")
                    .contains(sentence));
  }

  @Test
  void valuesMustFitEachOther() {
    assertThatThrownBy(() -> PlatformVariant.render(""))
        .hasMessageContaining("ingress.host is missing: the dashboard's host name");
    assertThatThrownBy(
            () -> PlatformVariant.render(PlatformVariant.HOST + "postgres: {existingSecret: a}\n"))
        .hasMessageContaining("name your server in postgres.url");
  }
}
