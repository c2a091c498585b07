/** Builds what is stale, in parallel, once, with live progress. */
@NullMarked
package dev.uruimi.local.build;

import org.jspecify.annotations.NullMarked;
