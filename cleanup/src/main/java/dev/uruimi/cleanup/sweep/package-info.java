/** Finds what no live store has to do with, and stores of which nothing is left. */
@NullMarked
package dev.uruimi.cleanup.sweep;

import org.jspecify.annotations.NullMarked;
