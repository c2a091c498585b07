package dev.uruimi.local.download;

import java.time.Duration;

/**
 * How long a server is waited for.
 *
 * @param probe for the answer to the question whether it is there
 * @param connect for a connection
 * @param silence between any two pieces of an answer
 */
record Timeouts(Duration probe, Duration connect, Duration silence) {

  static final Timeouts USUAL =
      new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(30));
}
