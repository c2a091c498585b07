/** What must hold whatever was injected: pure functions of a snapshot. */
@NullMarked
package dev.uruimi.certify.invariants;

import org.jspecify.annotations.NullMarked;
