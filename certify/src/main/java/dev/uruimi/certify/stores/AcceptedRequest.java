package dev.uruimi.certify.stores;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that the store API accepted: from then on it owes an outcome.
 *
 * @param storeId the store
 * @param attempt the attempt that the answer named
 * @param breaks the choice by which the store was made to fail, or null for one that works
 * @param at when the answer came
 */
public record AcceptedRequest(
    String storeId, RequestKind kind, int attempt, @Nullable String breaks, Instant at) {}
