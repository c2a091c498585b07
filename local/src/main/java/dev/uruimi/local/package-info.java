/** The {@code uruimi} command: everything the platform needs, on one machine. */
@NullMarked
package dev.uruimi.local;

import org.jspecify.annotations.NullMarked;
