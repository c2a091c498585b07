/** The lifecycle of a store: pure functions and records; no clock, no input or output. */
@NullMarked
package dev.uruimi.api.lifecycle;

import org.jspecify.annotations.NullMarked;
