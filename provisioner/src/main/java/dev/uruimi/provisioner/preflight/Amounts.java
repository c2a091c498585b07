package dev.uruimi.provisioner.preflight;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a pod takes.
 *
 * @param cpu cores that are requested
 * @param memory bytes that are requested
 * @param memoryLimit bytes at most
 */
record Amounts(BigDecimal cpu, BigDecimal memory, BigDecimal memoryLimit) {

  static final Amounts NONE = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** What the LimitRange of every store gives containers that name none. */
  static final Defaults STORE =
      new Defaults(new Quantity("25m"), new Quantity("64Mi"), new Quantity("256Mi"));

  /** Of pods that are there: their amounts are filled in already. */
  static final Defaults THERE = new Defaults(zero(), zero(), zero());

  record Defaults(Quantity cpu, Quantity memory, Quantity memoryLimit) {}

  /**
   * As the scheduler counts: containers and sidecars together, or the hungriest init container with
   * the sidecars before it, whichever is more.
   */
  static Amounts of(PodSpec spec, Defaults defaults) {
    var running = NONE;
    for (var container : spec.getContainers()) {
      running = running.plus(of(container, defaults));
    }
    var sidecars = NONE;
    var initialising = NONE;
    for (var init : spec.getInitContainers()) {
      var amounts = of(init, defaults);
      if ("Always".equals(init.getRestartPolicy())) {
        sidecars = sidecars.plus(amounts);
        initialising = initialising.max(sidecars);
      } else {
        initialising = initialising.max(sidecars.plus(amounts));
      }
    }
    return running.plus(sidecars).max(initialising);
  }

  Amounts plus(Amounts other) {
    return new Amounts(
        cpu.add(other.cpu), memory.add(other.memory), memoryLimit.add(other.memoryLimit));
  }

  Amounts minus(Amounts other) {
    return new Amounts(
        cpu.subtract(other.cpu),
        memory.subtract(other.memory),
        memoryLimit.subtract(other.memoryLimit));
  }

  Amounts times(int count) {
    var factor = BigDecimal.valueOf(count);
    return new Amounts(cpu.multiply(factor), memory.multiply(factor), memoryLimit.multiply(factor));
  }

  /** Whether what is requested of a node is not more than {@code room}. */
  boolean fits(Amounts room) {
    return cpu.compareTo(room.cpu) <= 0 && memory.compareTo(room.memory) <= 0;
  }

  private Amounts max(Amounts other) {
    return new Amounts(
        cpu.max(other.cpu), memory.max(other.memory), memoryLimit.max(other.memoryLimit));
  }

  /** A limit without a request is the request, too; only then the defaults count. */
  private static Amounts of(Container container, Defaults defaults) {
    var resources = container.getResources();
    var requests = known(resources == null ? null : resources.getRequests());
    var limits = known(resources == null ? null : resources.getLimits());
    return new Amounts(
        first(requests.get("cpu"), limits.get("cpu"), defaults.cpu()),
        first(requests.get("memory"), limits.get("memory"), defaults.memory()),
        first(limits.get("memory"), null, defaults.memoryLimit()));
  }

  private static Map<String, Quantity> known(@Nullable Map<String, Quantity> amounts) {
    return amounts == null ? Map.of() : amounts;
  }

  private static BigDecimal first(@Nullable Quantity a, @Nullable Quantity b, Quantity otherwise) {
    return Stream.of(Optional.ofNullable(a), Optional.ofNullable(b))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(otherwise)
        .getNumericalAmount();
  }

  private static Quantity zero() {
    return new Quantity("0");
  }
}
