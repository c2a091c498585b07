/** What the cluster's nodes give and what its pods ask of them. */
@NullMarked
package dev.uruimi.watcher.capacity;

import org.jspecify.annotations.NullMarked;
