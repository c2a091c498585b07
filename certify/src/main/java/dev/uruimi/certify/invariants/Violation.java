package dev.uruimi.certify.invariants;

/**
 * Something that must not be.
 *
 * @param invariant {@link Invariant#name()}
 * @param subject the store or thing it is about
 * @param sentence what was seen, for people
 */
public record Violation(String invariant, String subject, String sentence) {}
