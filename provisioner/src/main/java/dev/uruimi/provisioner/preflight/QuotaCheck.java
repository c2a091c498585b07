package dev.uruimi.provisioner.preflight;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is rendered with the plan's quota: pods that last count all together, those that
 * end one by one, since they may wait for each other.
 */
final class QuotaCheck {

  private QuotaCheck() {}

  static List<Reason> of(Demand demand, Map<String, String> quota) {
    return needs(demand).entrySet().stream()
        .filter(need -> quota.containsKey(need.getKey()))
        .filter(need -> need.getValue().compareTo(amount(quota.get(need.getKey()))) > 0)
        .map(
            need ->
                "%s: the chart needs %s, the plan allows %s"
                    .formatted(
                        need.getKey(),
                        need.getValue().stripTrailingZeros().toPlainString(),
                        quota.get(need.getKey())))
        .map(message -> Reason.of(ReasonCode.QUOTA_EXCEEDED, Map.of("message", message)))
        .toList();
  }

  private static Map<String, BigDecimal> needs(Demand demand) {
    var all =
        demand.lasting().map(p -> p.each().times(p.count())).reduce(Amounts.NONE, Amounts::plus);
    var needs = new LinkedHashMap<String, BigDecimal>();
    needs.put("requests.cpu", all.cpu());
    needs.put("cpu", all.cpu());
    needs.put("requests.memory", all.memory());
    needs.put("memory", all.memory());
    needs.put("limits.memory", all.memoryLimit());
    demand.pods().stream()
        .filter(pods -> !pods.lasting())
        .map(Demand.Pods::each)
        .forEach(
            one -> {
              needs.merge("requests.cpu", one.cpu(), BigDecimal::max);
              needs.merge("cpu", one.cpu(), BigDecimal::max);
              needs.merge("requests.memory", one.memory(), BigDecimal::max);
              needs.merge("memory", one.memory(), BigDecimal::max);
              needs.merge("limits.memory", one.memoryLimit(), BigDecimal::max);
            });
    needs.put("pods", BigDecimal.valueOf(demand.lasting().mapToInt(Demand.Pods::count).sum()));
    needs.put(
        "persistentvolumeclaims",
        BigDecimal.valueOf(demand.claims().stream().mapToInt(Demand.Claims::count).sum()));
    needs.put(
        "requests.storage",
        demand.claims().stream().map(QuotaCheck::storage).reduce(BigDecimal.ZERO, BigDecimal::add));
    return needs;
  }

  private static BigDecimal storage(Demand.Claims claims) {
    var resources = claims.claim().getSpec().getResources();
    var requests = resources == null ? null : resources.getRequests();
    var storage = requests == null ? null : requests.get("storage");
    return storage == null
        ? BigDecimal.ZERO
        : storage.getNumericalAmount().multiply(BigDecimal.valueOf(claims.count()));
  }

  private static BigDecimal amount(@Nullable String text) {
    return Quantity.parse(text).getNumericalAmount();
  }
}
