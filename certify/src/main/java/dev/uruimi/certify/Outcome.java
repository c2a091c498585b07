package dev.uruimi.certify;

import org.jspecify.annotations.Nullable;

/**
 * What injecting a fault came to.
 *
 * @param skipped why it was not injected, or null
 * @param trouble what went wrong with injecting or undoing it, or null; counts as a violation
 */
record Outcome(int fault, int stores, @Nullable String skipped, @Nullable String trouble) {}
