package dev.uruimi.cleanup.sweep;

import dev.uruimi.events.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides on what a sweep saw. What a tombstone of a store verified gone covers goes at once; what
 * has no record at all goes after the grace period, counted from when it was first seen so and
 * never from before it was made; what is not surely ours stays.
 *
 * @param grace how long something without a record stays
 * @param most how many things without a record may go without being asked
 */
record Judgement(Duration grace, int most) {

  /**
   * The verdict.
   *
   * @param force how many held items may go all the same; counts only if it is their number
   */
  Verdict of(Sight sight, Instant now, @Nullable Integer force) {
    var lost = sight.items().stream().filter(item -> isLost(item, sight)).toList();
    var held = suspicion(sight, lost);
    var holds = held != null && !Objects.equals(force, lost.size());
    var findings = new ArrayList<Finding>();
    var remove = new ArrayList<Item>();
    for (var item : sight.items()) {
      var standing = standing(item, sight);
      if (standing == Standing.GOING || (standing != null && standing.isPresent())) {
        continue;
      }
      var finding = finding(item, standing, now, holds);
      findings.add(finding);
      if (finding.removeAt() != null && !now.isBefore(finding.removeAt())) {
        remove.add(item);
      }
    }
    findings.addAll(storesWithoutNamespace(sight));
    return new Verdict(
        findings,
        remove,
        lost.stream().filter(item -> item.orphanSince() == null).toList(),
        sight.items().stream()
            .filter(item -> item.ours() && item.orphanSince() != null && !isLost(item, sight))
            .toList(),
        holds ? held : null,
        holds ? lost.size() : 0);
  }

  private Finding finding(Item item, @Nullable Standing standing, Instant now, boolean holds) {
    if (!item.ours()) {
      return shown(item, "It looks like a store's but Uruimi's labels do not say so.");
    }
    if (item.keep() != null) {
      return shown(item, item.keep());
    }
    if (standing == Standing.GONE) {
      var why = "Its store was deleted.";
      return new Finding(item.kind(), item.name(), item.storeId(), why, null, now, "Removed now.");
    }
    var since = item.orphanSince() == null ? now : item.orphanSince();
    var removeAt = (since.isBefore(item.created()) ? item.created() : since).plus(grace);
    var why = "No record knows its store.";
    return holds
        ? new Finding(
            item.kind(), item.name(), item.storeId(), why, since, null, "Held: too much at once.")
        : new Finding(
            item.kind(),
            item.name(),
            item.storeId(),
            why,
            since,
            removeAt,
            "Removed when its grace is over.");
  }

  private static Finding shown(Item item, String why) {
    return new Finding(
        item.kind(),
        item.name(),
        item.storeId(),
        why,
        null,
        null,
        "Only shown; remove it by hand.");
  }

  /** Too much without a record looks like records that were lost, not like orphans. */
  private @Nullable String suspicion(Sight sight, List<Item> lost) {
    var stores = namespaces(sight.items().stream().filter(Item::ours)).size();
    var without = namespaces(lost.stream()).size();
    if (!lost.isEmpty() && sight.records().isEmpty()) {
      return "There is no store record at all.";
    }
    if (lost.size() > most) {
      return "%d things have no record, more than %d.".formatted(lost.size(), most);
    }
    return 2 * without > stores
        ? "%d of %d stores' namespaces have no record.".formatted(without, stores)
        : null;
  }

  private static List<Item> namespaces(Stream<Item> items) {
    return items.filter(item -> item.kind() == Kind.NAMESPACE).toList();
  }

  private static boolean isLost(Item item, Sight sight) {
    return item.ours() && item.keep() == null && standing(item, sight) == null;
  }

  private static @Nullable Standing standing(Item item, Sight sight) {
    return item.storeId() == null ? null : sight.records().get(item.storeId());
  }

  private static Finding missing(StoreId id) {
    return new Finding(
        Kind.RECORD,
        id.namespace(),
        id,
        "The store was ready and has no namespace.",
        null,
        null,
        "The watcher says degraded; retry installs the store again.");
  }

  private static List<Finding> storesWithoutNamespace(Sight sight) {
    var there =
        namespaces(sight.items().stream()).stream().map(Item::name).collect(Collectors.toSet());
    return sight.records().entrySet().stream()
        .filter(entry -> entry.getValue() == Standing.PRESENT_AND_WAS_READY)
        .filter(entry -> !there.contains(entry.getKey().namespace()))
        .map(entry -> missing(entry.getKey()))
        .toList();
  }
}
