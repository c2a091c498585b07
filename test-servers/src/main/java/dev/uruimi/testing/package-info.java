/**
 * Real servers for integration tests: a Kafka broker, a Postgres, as processes or as containers,
 * and a Kubernetes API, on free ports of the loopback address, with data that is removed when they
 * are closed.
 */
@NullMarked
package dev.uruimi.testing;

import org.jspecify.annotations.NullMarked;
