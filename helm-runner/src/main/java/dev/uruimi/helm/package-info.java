/** Helm behind one port. Nothing else in Uruimi calls Helm or reads its storage to decide. */
@NullMarked
package dev.uruimi.helm;

import org.jspecify.annotations.NullMarked;
