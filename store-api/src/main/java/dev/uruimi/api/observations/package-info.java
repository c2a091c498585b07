/** What a store's cluster shows of it, and the evidence of its failures: told by the watcher. */
@NullMarked
package dev.uruimi.api.observations;

import org.jspecify.annotations.NullMarked;
