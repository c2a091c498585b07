/** Reading the log of events from its beginning, beside the projection. */
@NullMarked
package dev.uruimi.api.history;

import org.jspecify.annotations.NullMarked;
