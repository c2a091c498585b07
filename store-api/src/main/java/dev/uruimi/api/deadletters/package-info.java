/** What services could not read: look at it, send it again, or put it away. */
@NullMarked
package dev.uruimi.api.deadletters;

import org.jspecify.annotations.NullMarked;
