/** Asking, before a store is accepted, whether it will surely fail. */
@NullMarked
package dev.uruimi.api.preflight;

import org.jspecify.annotations.NullMarked;
