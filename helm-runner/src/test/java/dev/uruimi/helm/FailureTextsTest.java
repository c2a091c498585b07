package dev.uruimi.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "UNREACHABLE | Kubernetes cluster unreachable: Get \"https://127.0.0.1:1/version\": dial tcp 127.0.0.1:1: connect: connection refused",
        "UNREACHABLE | create: failed to create: etcdserver: request timed out",
        "UNREACHABLE | failed to create resource: Internal error occurred: failed calling webhook \"x\": timeout",
        "TIMED_OUT | failed pre-install: context deadline exceeded",
        "QUOTA_EXCEEDED | services \"a\" is forbidden: exceeded quota: uruimi, requested: services=1, used: services=6, limited: services=6",
        "CHART_INVALID | values don't meet the specifications of the schema(s) in the following chart(s):",
        "CHART_INVALID | template: medusa/templates/shop.yaml:3:4: executing \"x\" at <.Values.y>: nil pointer",
        "CHART_INVALID | unable to build kubernetes objects from release manifest: resource mapping not found for name: \"a\": no matches for kind \"X\"",
        "REFUSED | admission webhook \"policy\" denied the request: no latest tags",
        "REFUSED | pods \"a\" is forbidden: violates PodSecurity \"restricted:latest\"",
        "REFUSED | Unable to continue with install: Service \"shop\" exists and cannot be imported into the current release",
        "STATE_CHANGED | secrets \"x\" is forbidden: unable to create new content in namespace a because it is being terminated",
        "STATE_CHANGED | cannot re-use a name that is still in use",
        "STATE_CHANGED | another operation (install/upgrade/rollback) is in progress",
        "STATE_CHANGED | \"tiny\" has no deployed releases",
        "STATE_CHANGED | secrets \"x\" is forbidden: status unknown for quota: uruimi, resources: secrets",
        "OTHER | something nobody has seen before",
      })
  void sayWhatKindOfFailureItIs(HelmFailure failure, String message) {
    assertThat(FailureTexts.kindOf(message)).isEqualTo(failure);
  }
}
