/**
 * From diagnoses to verdicts: what is said about a store, once, and what is remembered of it in its
 * record.
 */
@NullMarked
package dev.uruimi.watcher.verdict;

import org.jspecify.annotations.NullMarked;
