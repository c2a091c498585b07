package dev.uruimi.certify.invariants;

import dev.uruimi.certify.snapshot.LogEvent;
import dev.uruimi.certify.snapshot.Snapshot;
import dev.uruimi.certify.stores.AcceptedRequest;
import dev.uruimi.events.StoreEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What store-api said is in the log: nothing lies in the outbox, nothing was lost behind it. */
final class NoEventLost implements Invariant {

  @Override
  public String name() {
    return "no event is lost between outbox and topic";
  }

  @Override
  public boolean isForGood() {
    return false;
  }

  @Override
  public List<Violation> check(Snapshot snapshot) {
    var inLog = snapshot.log().stream().map(LogEvent::id).collect(Collectors.toSet());
    var deletions =
        snapshot.log().stream()
            .filter(event -> event.event() instanceof StoreEvent.StoreDeleteRequested)
            .map(LogEvent::storeId)
            .collect(Collectors.toSet());
    return Stream.of(
            outbox(snapshot), accepted(snapshot, inLog, deletions), timelines(snapshot, inLog))
        .flatMap(violations -> violations)
        .toList();
  }

  private Stream<Violation> outbox(Snapshot snapshot) {
    return snapshot.outbox().stream()
        .map(id -> new Violation(name(), id, "still lies in the outbox"));
  }

  private Stream<Violation> accepted(Snapshot snapshot, Set<String> inLog, Set<String> deletions) {
    return snapshot.accepted().stream()
        .filter(request -> !isSaid(request, inLog, deletions))
        .map(
            request ->
                new Violation(
                    name(),
                    request.storeId(),
                    request.kind() + " was accepted and the log does not tell of it"));
  }

  /** A deletion may be accepted for a store that is going already: once said is enough. */
  private static boolean isSaid(AcceptedRequest request, Set<String> inLog, Set<String> deletions) {
    var attempt = request.storeId() + "/" + request.attempt();
    return switch (request.kind()) {
      case CREATE -> inLog.contains(request.storeId() + "/1/requested");
      case RETRY ->
          inLog.contains(attempt + "/requested") || inLog.contains(attempt + "/delete-requested");
      case DELETE -> deletions.contains(request.storeId());
    };
  }

  private Stream<Violation> timelines(Snapshot snapshot, Set<String> inLog) {
    return snapshot.rows().stream()
        .flatMap(
            row ->
                row.timeline().stream()
                    .filter(id -> !inLog.contains(id))
                    .map(
                        id ->
                            new Violation(
                                name(),
                                row.storeId(),
                                "its timeline knows " + id + ", the log does not")));
  }
}
