package dev.uruimi.api.history;

import dev.uruimi.api.broker.Broker;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Opens the log for reading, in no group. */
@Component
public class EventLogs {

  private final Broker broker;
  private final Clock clock;

  EventLogs(Broker broker, Clock clock) {
    this.broker = broker;
    this.clock = clock;
  }

  /** The log; close it. */
  public LogReader open() {
    return new LogReader(broker.bulkConsumer(), clock);
  }
}
