package dev.uruimi.watcher.probe;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.uruimi.watcher.diagnosis.Probe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What asking a shop gave the last time.
 *
 * @param kind which part of the asking decided it
 * @param detail what came instead of what should; null when it is ok
 * @param lastSaleCheckAt when a customer's way was last tried by this process, or null
 */
public record LastCheck(
    Instant at, boolean ok, Kind kind, @Nullable String detail, @Nullable Instant lastSaleCheckAt) {

  /** The parts. */
  public enum Kind {
    /** The shop answers. */
    @JsonProperty("live")
    LIVE,
    /** A customer's way as far as a cart. */
    @JsonProperty("canSell")
    CAN_SELL
  }

  static LastCheck of(Shop shop, Probe probe, @Nullable LastCheck before) {
    var step = probe.step();
    var sale = !shop.sale().isEmpty() && (step == null || !shop.isLive(step));
    var earlierSale = before == null ? null : before.lastSaleCheckAt();
    return new LastCheck(
        probe.at(),
        probe.passed(),
        sale ? Kind.CAN_SELL : Kind.LIVE,
        probe.passed() ? null : "At step \"" + step + "\": " + probe.message() + ".",
        sale ? probe.at() : earlierSale);
  }
}
