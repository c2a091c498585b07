package dev.uruimi.api.logidentity;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Component {@code log} of the health: down while the log is not the known one. */
@Component("log")
class LogHealth implements HealthIndicator {

  private final LogWatch watch;

  LogHealth(LogWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    return watch
        .loss()
        .map(loss -> Health.down().withDetail("loss", loss).build())
        .orElseGet(() -> Health.up().build());
  }
}
