/** The {@code test} command: runs all tests and counts them. */
@NullMarked
package dev.uruimi.local.verify;

import org.jspecify.annotations.NullMarked;
