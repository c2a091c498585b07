package dev.uruimi.watcher;

import dev.uruimi.watcher.probe.Ingress;
import java.util.function.IntSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while some kind of object is not watched. Ingress and degradations held back are details:
 * conditions of the cell, not of this process.
 */
final class WatchHealth implements HealthIndicator {

  private final Watch watch;
  private final Ingress ingress;
  private final IntSupplier held;

  /**
   * @param held how many degradations are held back
   */
  WatchHealth(Watch watch, Ingress ingress, IntSupplier held) {
    this.watch = watch;
    this.ingress = ingress;
    this.held = held;
  }

  @Override
  public Health health() {
    var blind = watch.blind();
    return (blind.isEmpty() ? Health.up() : Health.down())
        .withDetail("notWatched", blind)
        .withDetail("ingress", ingress.isDown() ? "accepts no connections" : "ok")
        .withDetail("degradationsHeld", held.getAsInt())
        .build();
  }
}
