/**
 * Keeps a set of processes running on one machine: what they are, in which order they start and
 * stop, and how each is brought back when it dies.
 */
@NullMarked
package dev.uruimi.local.process;

import org.jspecify.annotations.NullMarked;
