/** The service's clock and its waiting. */
@NullMarked
package dev.uruimi.api.time;

import org.jspecify.annotations.NullMarked;
