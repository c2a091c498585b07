package dev.uruimi.watcher.verdict;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.watcher.diagnosis.Diagnosis.Failing;
import dev.uruimi.watcher.diagnosis.Diagnosis.Finding;
import dev.uruimi.watcher.diagnosis.Diagnosis.Healthy;
import dev.uruimi.watcher.diagnosis.Diagnosis.Waiting;
import dev.uruimi.worker.record.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a finding is a new verdict.
 *
 * <pre>
 *            healthy                    failing
 *   none ──────────────▶ ready ◀──────────────▶ degraded ─┐ another cause
 *     │                    ▲      healthy           ▲─────┘
 *     │ failing            │ healthy
 *     └────────────────▶ failed ─┐ another cause
 *                          ▲─────┘
 * </pre>
 *
 * A verdict stays while its cause is still among those that are there, and while only vaguer ones
 * are: a crashing container is not said again because it runs for a moment.
 */
public final class VerdictTransitions {

  private static final Set<ReasonCode> VAGUE =
      Set.of(ReasonCode.PODS_NOT_READY, ReasonCode.SHOP_NOT_ANSWERING);

  /** Parameters that tell one trouble from another of its kind; the others differ all the time. */
  private static final List<String> TELLING = List.of("image", "container", "job", "claim");

  private VerdictTransitions() {}

  /** The verdict to say next, not published yet; empty when there is nothing new to say. */
  public static Optional<Verdict> next(Installation store, Finding finding, Instant now) {
    return switch (finding) {
      case Waiting() -> Optional.empty();
      case Healthy() ->
          is(store, Verdict.State.READY)
              ? Optional.empty()
              : Optional.of(verdict(store, Verdict.State.READY, null, now));
      case Failing(var causes) -> failing(store, causes, now);
    };
  }

  private static Optional<Verdict> failing(Installation store, List<Reason> causes, Instant now) {
    var state = store.everReady() ? Verdict.State.DEGRADED : Verdict.State.FAILED;
    var said = store.verdict() == null ? null : store.verdict().reason();
    if (is(store, state) && said != null && stillHolds(said, causes)) {
      return Optional.empty();
    }
    return Optional.of(verdict(store, state, causes.getFirst(), now));
  }

  private static boolean is(Installation store, Verdict.State state) {
    var last = store.verdict();
    return last != null && last.state() == state && last.revision() == store.revision();
  }

  private static boolean stillHolds(Reason said, List<Reason> causes) {
    return causes.stream().anyMatch(cause -> isSame(said, cause))
        ? !isVague(said) || isVague(causes.getFirst())
        : causes.stream().allMatch(VerdictTransitions::isVague);
  }

  private static boolean isVague(Reason reason) {
    return reason.known().filter(VAGUE::contains).isPresent();
  }

  private static boolean isSame(Reason said, Reason cause) {
    return said.code().equals(cause.code())
        && TELLING.stream()
            .allMatch(
                name -> Objects.equals(said.parameters().get(name), cause.parameters().get(name)));
  }

  private static Verdict verdict(
      Installation store, Verdict.State state, @Nullable Reason reason, Instant now) {
    var epoch = store.verdict() == null ? 1 : store.verdict().epoch() + 1;
    return Verdict.found(store.attempt(), store.revision(), epoch, state, reason, now);
  }
}
