/** Asking again for stores out of what the log tells of them. */
@NullMarked
package dev.uruimi.api.replays;

import org.jspecify.annotations.NullMarked;
