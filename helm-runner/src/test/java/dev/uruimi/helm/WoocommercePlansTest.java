package dev.uruimi.helm;

import static dev.uruimi.helm.WoocommerceChart.HOST;
import static dev.uruimi.helm.WoocommerceChart.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

/** The engine's plans with its chart. */
class WoocommercePlansTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"small", "medium", "large"})
  void everyPlansQuotaHoldsTheShopASurgePodAndATest(String plan) throws IOException {
    var plans = child(engine(), "plans");
    var values = Serialization.asYaml(child(child(plans, plan), "values"));
    var quota = child(child(plans, plan), "quota");

    var objects =
        WoocommerceChart.render(
            folder, values, Files.writeString(folder.resolve("host.yaml"), HOST));
    var test = mebibytes("128Mi");
    var memory = memory(objects, "shop") * 2 + memory(objects, "database") + test;

    assertThat(memory).isLessThanOrEqualTo(mebibytes(String.valueOf(quota.get("limits.memory"))));
    assertThat(
            of(objects, PersistentVolumeClaim.class).stream()
                .map(claim -> claim.getSpec().getResources().getRequests().get("storage"))
                .mapToLong(storage -> mebibytes(storage.toString()))
                .sum())
        .isLessThanOrEqualTo(mebibytes(String.valueOf(quota.get("requests.storage"))));
  }

  private static Map<String, Object> engine() throws IOException {
    var text = Files.readString(Path.of("../engines/woocommerce/engine.yaml"));
    return Serialization.unmarshal(text, new TypeReference<Map<String, Object>>() {});
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> child(Map<String, Object> map, String name) {
    return (Map<String, Object>) map.get(name);
  }

  private static long memory(List<HasMetadata> objects, String deployment) {
    return of(objects, Deployment.class).stream()
        .filter(found -> found.getMetadata().getName().equals(deployment))
        .flatMap(found -> found.getSpec().getTemplate().getSpec().getContainers().stream())
        .map(found -> found.getResources().getLimits().get("memory").toString())
        .mapToLong(WoocommercePlansTest::mebibytes)
        .sum();
  }

  private static long mebibytes(String quantity) {
    return Quantity.getAmountInBytes(Quantity.parse(quantity)).longValueExact() >> 20;
  }
}
