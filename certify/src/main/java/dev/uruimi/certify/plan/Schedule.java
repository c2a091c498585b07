package dev.uruimi.certify.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The endless sequence of rounds that a seed gives. The same seed, number of stores, kinds and
 * width give the same sequence, whatever the system under test does. Every kind comes once before
 * any comes again; after each such deck one round mixes several.
 */
public final class Schedule {

  private static final int MIXED = 3;

  private final Random random;
  private final Slots slots;
  private final List<Target> targets;
  private final int width;
  private final Deque<Target> deck = new ArrayDeque<>();
  private final Map<Integer, Integer> ordinals = new HashMap<>();
  private int number;
  private boolean mixedIsDue;

  /**
   * @param stores places for stores, at least 1
   * @param targets the kinds to inject, at least one
   * @param width how many kinds that hurt the platform come at once, at least 1; those that hurt
   *     their own stores alone do not count
   * @param choices by which a store may be made to fail
   */
  public Schedule(long seed, int stores, List<Target> targets, int width, List<String> choices) {
    if (stores < 1 || targets.isEmpty() || width < 1) {
      throw new IllegalArgumentException("nothing to schedule");
    }
    this.random = new Random(seed);
    this.slots = new Slots(stores, choices);
    this.targets = List.copyOf(targets);
    this.width = width;
  }

  /** Whether every kind has come the same number of times now. */
  public boolean isDeckDone() {
    return deck.isEmpty() && !mixedIsDue;
  }

  /** The next round. */
  public Round next() {
    number++;
    var chosen = mixedIsDue ? mixed() : dealt();
    var groups = groups(chosen.size());
    var prepare = new ArrayList<Operation>();
    var hits = new ArrayList<Hit>();
    for (int i = 0; i < chosen.size(); i++) {
      var target = chosen.get(i);
      var group = groups.get(i);
      if (target.perStore()) {
        group.forEach(slot -> prepare.addAll(slots.prepare(slot)));
      }
      hits.add(hit(target, group));
    }
    return new Round(number, List.copyOf(prepare), random.nextLong(3000), List.copyOf(hits));
  }

  private Hit hit(Target target, List<Integer> group) {
    var before = new ArrayList<Operation>();
    var during = new ArrayList<Operation>();
    if (!target.perStore()) {
      for (var slot : group) {
        (random.nextBoolean() ? before : during).addAll(slots.ask(slot, random));
      }
    }
    if (target.deletes()) {
      group.forEach(slot -> during.add(slots.remove(slot)));
    }
    var ordinal = ordinals.merge(target.number(), 1, Integer::sum) - 1;
    return new Hit(
        target.number(),
        ordinal,
        random.nextLong(),
        List.copyOf(group),
        List.copyOf(before),
        List.copyOf(during));
  }

  /** Takes from the deck what fits beside each other; the first one always. */
  private List<Target> dealt() {
    if (deck.isEmpty()) {
      deck.addAll(shuffled());
    }
    var chosen = fitting(deck, width, width == 1);
    deck.removeAll(chosen);
    mixedIsDue = deck.isEmpty() && targets.size() > 1;
    return chosen;
  }

  private List<Target> mixed() {
    mixedIsDue = false;
    return fitting(shuffled(), MIXED, false);
  }

  /**
   * @param pure whether what hurts the platform comes by itself, so that what it does is told apart
   */
  private List<Target> fitting(Iterable<Target> from, int wide, boolean pure) {
    var chosen = new ArrayList<Target>();
    for (var target : from) {
      var platformWide = chosen.stream().filter(other -> !other.perStore()).count();
      var fits =
          chosen.size() < slots.count()
              && chosen.stream().noneMatch(target::disturbs)
              && (!pure || chosen.isEmpty() || bothPerStore(chosen.getFirst(), target))
              && (target.perStore() || platformWide < wide);
      if (fits) {
        chosen.add(target);
      }
    }
    return chosen;
  }

  private static boolean bothPerStore(Target one, Target other) {
    return one.perStore() && other.perStore();
  }

  private List<Target> shuffled() {
    var order = new ArrayList<>(targets);
    Collections.shuffle(order, random);
    return order;
  }

  private List<List<Integer>> groups(int count) {
    var order = new ArrayList<Integer>();
    for (int slot = 0; slot < slots.count(); slot++) {
      order.add(slot);
    }
    Collections.shuffle(order, random);
    var size = Math.clamp(slots.count() / (2 * count), 1, 20);
    var groups = new ArrayList<List<Integer>>();
    for (int i = 0; i < count; i++) {
      groups.add(order.subList(i * size, Math.min(order.size(), (i + 1) * size)));
    }
    return groups;
  }
}
