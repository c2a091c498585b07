/** Removes stores without a trace: namespace, release, volumes; gives a receipt. */
@NullMarked
package dev.uruimi.cleanup;

import org.jspecify.annotations.NullMarked;
