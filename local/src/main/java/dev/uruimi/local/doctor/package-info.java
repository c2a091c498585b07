/** The {@code doctor} command: what is here, what is missing, what to do. */
@NullMarked
package dev.uruimi.local.doctor;

import org.jspecify.annotations.NullMarked;
