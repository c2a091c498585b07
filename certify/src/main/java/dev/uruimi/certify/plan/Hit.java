package dev.uruimi.certify.plan;

import java.util.List;

/**
 * One injection.
 *
 * @param fault number of the kind
 * @param ordinal how often this kind was injected before in this schedule; a kind that goes through
 *     variants takes them in turn by it
 * @param seed of what the injection decides by chance
 * @param slots stores that belong to it alone in this round
 * @param before what is asked for right before it
 * @param during what is asked for while it lasts
 */
public record Hit(
    int fault,
    int ordinal,
    long seed,
    List<Integer> slots,
    List<Operation> before,
    List<Operation> during) {}
