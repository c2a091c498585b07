package dev.uruimi.certify.invariants;

import dev.uruimi.certify.snapshot.Snapshot;
import dev.uruimi.certify.stores.AcceptedRequest;
import dev.uruimi.certify.stores.RequestKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A store that was made to fail says why; one that was not made to fail does not say that it was.
 * Which choice of the engine {@code bench} breaks a store how is written in its engine.yaml.
 */
final class ReasonsNameTheCause implements Invariant {

  private static final Map<String, String> CODES =
      Map.of(
          "quota", "quota_exceeded",
          "admission", "admission_refused",
          "chart", "chart_invalid",
          "unschedulable", "unschedulable",
          "volume", "volume_unbound");

  /** What no injected fault brings about by itself. */
  private static final Set<String> NEVER_BY_A_FAULT =
      Set.of(
          "quota_exceeded",
          "admission_refused",
          "chart_invalid",
          "engine_unknown",
          "image_pull",
          "database_password",
          "out_of_memory");

  @Override
  public String name() {
    return "every failed store's reason names the injected cause";
  }

  @Override
  public boolean isForGood() {
    return false;
  }

  @Override
  public List<Violation> check(Snapshot snapshot) {
    return snapshot.accepted().stream()
        .filter(request -> request.kind() == RequestKind.CREATE)
        .map(request -> check(snapshot, request))
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable Violation check(Snapshot snapshot, AcceptedRequest request) {
    var row = snapshot.row(request.storeId()).orElse(null);
    if (row == null || !Set.of("ready", "failed").contains(row.status())) {
      return null;
    }
    var reason = row.reason();
    if (request.breaks() == null) {
      return reason != null && NEVER_BY_A_FAULT.contains(reason)
          ? new Violation(name(), row.storeId(), "nothing breaks it, and it says " + reason)
          : null;
    }
    var expected = CODES.get(request.breaks());
    return Objects.equals(reason, expected)
        ? null
        : new Violation(
            name(),
            row.storeId(),
            "broken by %s it is %s and says %s, not %s"
                .formatted(request.breaks(), row.status(), reason, expected));
  }
}
