/** Whether the log of the broker is the one that the table was made of. */
@NullMarked
package dev.uruimi.api.logidentity;

import org.jspecify.annotations.NullMarked;
