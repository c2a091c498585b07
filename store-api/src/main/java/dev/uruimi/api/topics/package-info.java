/** The topics of the cell. */
@NullMarked
package dev.uruimi.api.topics;

import org.jspecify.annotations.NullMarked;
