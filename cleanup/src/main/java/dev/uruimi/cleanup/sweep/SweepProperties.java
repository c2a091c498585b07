package dev.uruimi.cleanup.sweep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sweep ({@code uruimi.cleanup.sweep.*}).
 *
 * @param every pause between sweeps
 * @param grace how long something without a record stays
 * @param most how many things without a record may go without being asked
 */
@ConfigurationProperties("uruimi.cleanup.sweep")
record SweepProperties(
    @DefaultValue("60s") Duration every,
    @DefaultValue("1h") Duration grace,
    @DefaultValue("10") int most) {

  SweepProperties {
    if (grace.isNegative() || most < 0 || !every.isPositive()) {
      throw new IllegalArgumentException(
          "uruimi.cleanup.sweep: every must be positive, grace and most not negative");
    }
  }
}
