/** The one table of stores: the fold of the log, overlaid with this API's outbox. */
@NullMarked
package dev.uruimi.api.projection;

import org.jspecify.annotations.NullMarked;
