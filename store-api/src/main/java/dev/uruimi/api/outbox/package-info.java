/** What this service has said and the log does not hold yet, and the relay that publishes it. */
@NullMarked
package dev.uruimi.api.outbox;

import org.jspecify.annotations.NullMarked;
