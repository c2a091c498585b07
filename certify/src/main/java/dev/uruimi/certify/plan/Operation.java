package dev.uruimi.certify.plan;

import dev.uruimi.certify.stores.RequestKind;
import org.jspecify.annotations.Nullable;

/**
 * A request about the store in a slot.
 *
 * @param slot place of a store, from 0; a store made there after a deletion is another one
 * @param breaks the choice by which a created store is made to fail, or null
 */
public record Operation(int slot, RequestKind kind, @Nullable String breaks) {}
