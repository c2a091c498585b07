/** The secret that callers of a service show. */
@NullMarked
package dev.uruimi.access;

import org.jspecify.annotations.NullMarked;
