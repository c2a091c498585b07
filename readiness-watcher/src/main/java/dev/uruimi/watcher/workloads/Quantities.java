package dev.uruimi.watcher.workloads;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Kubernetes' quantities as whole numbers, rounded up as the scheduler does; nothing is 0. */
public final class Quantities {

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private Quantities() {}

  /** How a quantity is counted. */
  @FunctionalInterface
  public interface Unit {
    long of(@Nullable Quantity quantity);
  }

  /** In thousandths: {@code 250m} of cpu is 250. */
  public static long millis(@Nullable Quantity quantity) {
    return quantity == null ? 0 : round(Quantity.getAmountInBytes(quantity).multiply(THOUSAND));
  }

  /** As it is: {@code 1Ki} is 1024. */
  public static long whole(@Nullable Quantity quantity) {
    return quantity == null ? 0 : round(Quantity.getAmountInBytes(quantity));
  }

  private static long round(BigDecimal amount) {
    return amount.min(MOST).setScale(0, RoundingMode.CEILING).longValue();
  }
}
