/** The store record: fence, tombstone and memory of the workers, one custom resource per store. */
@NullMarked
package dev.uruimi.worker.record;

import org.jspecify.annotations.NullMarked;
