package dev.uruimi.certify.report;

import org.jspecify.annotations.Nullable;

/**
 * What became of one injection.
 *
 * @param fault number of the kind
 * @param stores how many stores were in its group: asked for something, or hurt
 * @param violations how many things were found that must not be
 * @param convergedMillis from the end of the fault until everything was as it must be; null when
 *     that did not happen in time, or the fault was skipped
 * @param skipped why it was not injected, or null
 */
public record InjectionResult(
    int round,
    int fault,
    int stores,
    int violations,
    @Nullable Long convergedMillis,
    @Nullable String skipped) {}
