/**
 * The flight recorder: when a store fails or degrades, what can be seen of it is kept before it
 * disappears. It follows the records and never stands in a verdict's way.
 */
@NullMarked
package dev.uruimi.watcher.evidence;

import org.jspecify.annotations.NullMarked;
