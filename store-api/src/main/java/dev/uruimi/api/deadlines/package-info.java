/** Stores that nobody moves become failed. */
@NullMarked
package dev.uruimi.api.deadlines;

import org.jspecify.annotations.NullMarked;
