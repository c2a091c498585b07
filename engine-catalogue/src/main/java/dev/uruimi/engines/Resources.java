package dev.uruimi.engines;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a store may take of its cluster at most, estimated from its quota; null where the quota says
 * nothing.
 *
 * @param cpuMillis thousandths of a core that are reserved
 * @param memoryBytes memory that is reserved
 * @param diskBytes all its volumes
 */
public record Resources(
    @Nullable Long cpuMillis, @Nullable Long memoryBytes, @Nullable Long diskBytes) {

  /** Whether it is less than another of anything; what is not limited is more than any limit. */
  public boolean isLessThan(Resources other) {
    return isLess(cpuMillis, other.cpuMillis)
        || isLess(memoryBytes, other.memoryBytes)
        || isLess(diskBytes, other.diskBytes);
  }

  private static boolean isLess(@Nullable Long one, @Nullable Long other) {
    return one != null && (other == null || one < other);
  }

  static Resources of(Map<String, String> quota) {
    var cpu = first(quota, "requests.cpu", "cpu", "limits.cpu");
    var memory = first(quota, "requests.memory", "memory", "limits.memory");
    var disk = first(quota, "requests.storage");
    return new Resources(
        cpu == null ? null : cpu.thousandths(),
        memory == null ? null : memory.whole(),
        disk == null ? null : disk.whole());
  }

  private static @Nullable Quantity first(Map<String, String> quota, String... resources) {
    for (var resource : resources) {
      var text = quota.get(resource);
      if (text != null) {
        return Quantity.of(text);
      }
    }
    return null;
  }
}
