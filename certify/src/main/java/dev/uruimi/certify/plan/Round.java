package dev.uruimi.certify.plan;

import java.util.List;

/**
 * What happens at once; the system is left to get quiet and is checked afterwards.
 *
 * @param number from 1
 * @param prepare stores to be there, settled, before anything is injected
 * @param leadMillis from what is asked for {@link Hit#before() before} to the injection
 * @param hits on disjoint groups of stores
 */
public record Round(int number, List<Operation> prepare, long leadMillis, List<Hit> hits) {}
