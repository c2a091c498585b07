/** One real Kafka broker as a child process. */
@NullMarked
package dev.uruimi.local.kafka;

import org.jspecify.annotations.NullMarked;
