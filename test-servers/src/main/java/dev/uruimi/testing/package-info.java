/**
 * Real servers for integration tests: a Kafka broker as a child process and a Postgres, on free
 * ports of the loopback address, with data that is removed when they are closed.
 */
@NullMarked
package dev.uruimi.testing;

import org.jspecify.annotations.NullMarked;
