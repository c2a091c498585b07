/** Observe, decide, act, observe: per-store queues in front of a reconciler. */
@NullMarked
package dev.uruimi.worker.reconcile;

import org.jspecify.annotations.NullMarked;
