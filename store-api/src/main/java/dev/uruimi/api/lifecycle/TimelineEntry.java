package dev.uruimi.api.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a store.
 *
 * @param id the event's id
 * @param step {@code requested}, {@code renamed}, a step of the provision, {@code installed}, or
 *     the status it led to
 * @param at when it was said
 * @param durationMillis how long it took, where that is known
 * @param detail why or what, for people; null where the step tells all
 * @param code why, for programs; null while all is well, and in entries older than this field
 */
public record TimelineEntry(
    String id,
    String step,
    Instant at,
    @Nullable Long durationMillis,
    int attempt,
    @Nullable String detail,
    @Nullable String code) {}
