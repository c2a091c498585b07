/** Making the table of stores anew out of the log, and checking it against the log. */
@NullMarked
package dev.uruimi.api.rebuild;

import org.jspecify.annotations.NullMarked;
