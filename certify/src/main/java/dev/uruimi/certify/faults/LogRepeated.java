package dev.uruimi.certify.faults;

import dev.uruimi.certify.snapshot.LogEvent;
import dev.uruimi.events.EventCodec;
import dev.uruimi.events.EventEnvelope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Old events come again, out of order and long after what followed them; then every worker's group
 * is set to offset 0, so that it reads all history once more.
 */
record LogRepeated() implements Fault {

  private static final int AT_MOST = 50;

  @Override
  public Injection inject(Scene scene) throws IOException, InterruptedException {
    var history = new ArrayList<>(scene.reader().read().log());
    if (history.isEmpty()) {
      throw new NotPossibleException("the log is empty");
    }
    Collections.shuffle(history, scene.random());
    sayAgain(scene, history.subList(0, Math.min(AT_MOST, history.size())));
    for (var service : ServiceReading.WORKERS) {
      new ServiceReading(scene.installation(), service, scene.clock()).rewind();
    }
    return Injection.OVER;
  }

  private static void sayAgain(Scene scene, List<LogEvent> events)
      throws IOException, InterruptedException {
    var codec = new EventCodec();
    try (var log = new LogWriter(scene.installation().bootstrapServers())) {
      for (var event : events) {
        var again =
            new EventEnvelope(
                event.id(), "/uruimi/certify", scene.clock().instant(), null, event.event());
        log.write(codec.encode(again));
      }
    }
  }
}
