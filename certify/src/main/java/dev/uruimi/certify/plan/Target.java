package dev.uruimi.certify.plan;

import java.util.Collections;
import java.util.Set;

/**
 * What the schedule must know of a kind of fault.
 *
 * @param number its number
 * @param hurts parts that do not work while it lasts
 * @param needs parts that must work for it to be injected
 * @param perStore whether it hurts its own stores alone, which must be there before
 * @param deletes whether these stores are deleted while it lasts
 */
public record Target(
    int number, Set<String> hurts, Set<String> needs, boolean perStore, boolean deletes) {

  /** Whether one would hinder or hide the other. */
  boolean disturbs(Target other) {
    return meets(hurts, other.hurts) || meets(hurts, other.needs) || meets(needs, other.hurts);
  }

  private static boolean meets(Set<String> some, Set<String> others) {
    return !Collections.disjoint(some, others);
  }
}
