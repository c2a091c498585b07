/** A lost log is written anew out of the table. */
@NullMarked
package dev.uruimi.api.recovery;

import org.jspecify.annotations.NullMarked;
