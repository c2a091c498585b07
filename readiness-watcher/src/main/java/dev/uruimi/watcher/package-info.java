/** Says when a store can sell, when it no longer can, and why. */
@NullMarked
package dev.uruimi.watcher;

import org.jspecify.annotations.NullMarked;
