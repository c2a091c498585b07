/** Store events in from Kafka and out to it. */
@NullMarked
package dev.uruimi.worker.stream;

import org.jspecify.annotations.NullMarked;
