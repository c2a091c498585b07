/** The way to the Kubernetes API. */
@NullMarked
package dev.uruimi.worker.cluster;

import org.jspecify.annotations.NullMarked;
