/**
 * The seeded schedule: which faults hit which stores in which order, and what is asked of the
 * stores.
 */
@NullMarked
package dev.uruimi.certify.plan;

import org.jspecify.annotations.NullMarked;
