package dev.uruimi.provisioner.preflight;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for a node for every pod, and for enough nodes for all that last. */
final class CapacityCheck {

  private CapacityCheck() {}

  static List<Reason> of(Demand demand, List<Room> rooms) {
    var homeless =
        demand.pods().stream()
            .filter(p -> p.count() > 0)
            .flatMap(p -> homeless(p, rooms).stream())
            .toList();
    return homeless.isEmpty() ? together(demand, rooms).stream().toList() : homeless;
  }

  private static Optional<Reason> homeless(Demand.Pods pods, List<Room> rooms) {
    var each = pods.each();
    var admitting = rooms.stream().filter(room -> room.admits(pods.spec())).toList();
    if (admitting.stream().anyMatch(room -> each.fits(room.left()))) {
      return Optional.empty();
    }
    return Optional.of(
        unschedulable(
            pods.name(),
            admitting.isEmpty()
                ? "no node takes such pods (its selector, taints, or nodes that are cordoned)"
                : "none of %d nodes has %s left".formatted(admitting.size(), text(each))));
  }

  /** The nodes that admit any of the pods, against all of them. */
  private static Optional<Reason> together(Demand demand, List<Room> rooms) {
    var lasting = demand.lasting().toList();
    var need =
        lasting.stream().map(p -> p.each().times(p.count())).reduce(Amounts.NONE, Amounts::plus);
    var left =
        rooms.stream()
            .filter(room -> lasting.stream().anyMatch(pods -> room.admits(pods.spec())))
            .map(Room::left)
            .reduce(Amounts.NONE, Amounts::plus);
    return need.fits(left)
        ? Optional.empty()
        : Optional.of(
            unschedulable(
                "of " + String.join(", ", lasting.stream().map(Demand.Pods::name).toList()),
                "together they need %s, all nodes have %s left".formatted(text(need), text(left))));
  }

  private static Reason unschedulable(String pod, String message) {
    return Reason.of(ReasonCode.UNSCHEDULABLE, Map.of("pod", pod, "message", message));
  }

  private static String text(Amounts amounts) {
    return "cpu %s, memory %s"
        .formatted(
            amounts.cpu().stripTrailingZeros().toPlainString(),
            amounts.memory().stripTrailingZeros().toPlainString());
  }
}
