/** The engines stores can be made of. */
@NullMarked
package dev.uruimi.api.engines;

import org.jspecify.annotations.NullMarked;
