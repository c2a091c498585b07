/** What is there, read from Kubernetes, Kafka and Postgres directly. */
@NullMarked
package dev.uruimi.certify.snapshot;

import org.jspecify.annotations.NullMarked;
