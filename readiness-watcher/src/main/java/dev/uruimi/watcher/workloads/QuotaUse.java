package dev.uruimi.watcher.workloads;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a namespace may use and does, by its ResourceQuotas; each is null when no quota speaks of
 * it. Of requests where the quota speaks of them, else of limits.
 *
 * @param cpu millicores
 * @param memory bytes
 * @param storage bytes
 * @param pods their number
 */
public record QuotaUse(
    @Nullable Usage cpu, @Nullable Usage memory, @Nullable Usage storage, @Nullable Usage pods) {

  /** Of one resource. */
  public record Usage(long used, long hard) {

    private long left() {
      return hard - used;
    }
  }

  /** Of several quotas the one that leaves least. */
  public static QuotaUse of(Collection<ResourceQuota> quotas) {
    return new QuotaUse(
        tightest(quotas, Quantities::millis, "requests.cpu", "cpu", "limits.cpu"),
        tightest(quotas, Quantities::whole, "requests.memory", "memory", "limits.memory"),
        tightest(quotas, Quantities::whole, "requests.storage"),
        tightest(quotas, Quantities::whole, "pods", "count/pods"));
  }

  private static @Nullable Usage tightest(
      Collection<ResourceQuota> quotas, Quantities.Unit unit, String... names) {
    return Stream.of(names)
        .map(name -> tightest(quotas, unit, name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Usage tightest(
      Collection<ResourceQuota> quotas, Quantities.Unit unit, String name) {
    return quotas.stream()
        .filter(quota -> quota.getStatus() != null && quota.getStatus().getHard() != null)
        .filter(quota -> quota.getStatus().getHard().containsKey(name))
        .map(
            quota ->
                new Usage(
                    unit.of(amount(quota.getStatus().getUsed(), name)),
                    unit.of(amount(quota.getStatus().getHard(), name))))
        .min(Comparator.comparingLong(Usage::left))
        .orElse(null);
  }

  private static @Nullable Quantity amount(@Nullable Map<String, Quantity> amounts, String name) {
    return amounts == null ? null : amounts.get(name);
  }
}
