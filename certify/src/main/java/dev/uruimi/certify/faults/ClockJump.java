package dev.uruimi.certify.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One service's wall clock jumps, forth and back in turn: by seconds, minutes or an hour. */
record ClockJump() implements Fault {

  private static final List<String> SERVICES =
      List.of("provisioner", "readiness-watcher", "cleanup", "store-api");
  private static final List<Duration> JUMPS =
      List.of(Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofHours(1));

  @Override
  public Injection inject(Scene scene) throws IOException {
    var ordinal = scene.hit().ordinal();
    var service = SERVICES.get(ordinal % SERVICES.size());
    var jump = scene.one(JUMPS);
    scene.installation().setClock(service, ordinal % 2 == 0 ? jump : jump.negated());
    return () -> scene.installation().setClock(service, Duration.ZERO);
  }
}
