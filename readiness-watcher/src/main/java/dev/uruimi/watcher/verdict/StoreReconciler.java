package dev.uruimi.watcher.verdict;

import dev.uruimi.engines.Engine;
import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.engines.ScenarioStep;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import dev.uruimi.watcher.cluster.Sight;
import dev.uruimi.watcher.diagnosis.Diagnosis;
import dev.uruimi.watcher.diagnosis.Graces;
import dev.uruimi.watcher.diagnosis.Observation;
import dev.uruimi.watcher.diagnosis.Observation.Phase;
import dev.uruimi.watcher.diagnosis.Probe;
import dev.uruimi.watcher.probe.Pace;
import dev.uruimi.watcher.probe.Probes;
import dev.uruimi.watcher.probe.Shop;
import dev.uruimi.worker.leader.Leadership;
import dev.uruimi.worker.reconcile.Outcome;
import dev.uruimi.worker.reconcile.Reconciler;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one store: publishes what was left unpublished, observes, has its shop asked, diagnoses,
 * and says a verdict when there is a new one. Writes nothing for a store that is to be gone or is
 * not installed.
 */
public final class StoreReconciler implements Reconciler {

  /** When something cannot be judged now: look again after this time. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Function<StoreId, @Nullable StoreRecord> records;
  private final Sight sight;
  private final EngineCatalogue engines;
  private final Probes probes;
  private final Verdicts verdicts;
  private final DegradationLimit limit;
  private final Graces graces;
  private final Pace pace;
  private final Clock clock;
  private final Leadership leadership;
  private final Consumer<StoreId> again;
  private final Map<StoreId, StoreMemory> memories = new ConcurrentHashMap<>();

  /**
   * @param records the records as last seen
   * @param leadership what was noticed in an earlier term is forgotten: the time between is unseen
   * @param again has a store looked at again
   */
  public StoreReconciler(
      Function<StoreId, @Nullable StoreRecord> records,
      Sight sight,
      EngineCatalogue engines,
      Probes probes,
      Verdicts verdicts,
      DegradationLimit limit,
      Graces graces,
      Pace pace,
      Clock clock,
      Leadership leadership,
      Consumer<StoreId> again) {
    this.records = records;
    this.sight = sight;
    this.engines = engines;
    this.probes = probes;
    this.verdicts = verdicts;
    this.limit = limit;
    this.graces = graces;
    this.pace = pace;
    this.clock = clock;
    this.leadership = leadership;
    this.again = again;
  }

  @Override
  public Outcome reconcile(StoreId id) {
    var record = records.apply(id);
    var installation = Installation.of(record);
    if (record == null || installation.isEmpty()) {
      memories.remove(id);
      probes.forget(id);
      return Outcome.settled();
    }
    var store = installation.get();
    if (Verdicts.pending(record).isPresent()) {
      verdicts.finish(id);
      return Outcome.again(SOON);
    }
    var now = clock.instant();
    return sight
        .of(id, store.phase(), now)
        .map(seen -> judge(id, record, store, seen))
        .orElseGet(() -> Outcome.again(SOON));
  }

  private Outcome judge(StoreId id, StoreRecord record, Installation store, Observation seen) {
    var memory = memory(id, store);
    if (!seen.podsReady()) {
      memory.forgetProbe();
    }
    var observation = seen.with(memory.probe(), memory.noticed());
    var diagnosis = Diagnosis.of(observation, graces);
    memory.notice(diagnosis.symptoms(), seen.at());
    var verdict = VerdictTransitions.next(store, diagnosis.finding(), seen.at());
    if (verdict.isPresent() && isHeld(id, store, verdict.get(), seen.at())) {
      return Outcome.again(SOON);
    }
    if (verdict.isPresent()) {
      verdicts.say(id, verdict.get());
      return Outcome.again(SOON);
    }
    var nextProbe = seen.podsReady() ? probe(id, record, store, memory, seen.at()) : null;
    return outcome(seen.at(), diagnosis.until(), nextProbe);
  }

  private boolean isHeld(StoreId id, Installation store, Verdict verdict, Instant now) {
    return verdict.state() == Verdict.State.DEGRADED
        && store.isReady()
        && !limit.admits(id, memories.size(), now);
  }

  private StoreMemory memory(StoreId id, Installation store) {
    return Objects.requireNonNull(
        memories.compute(
            id,
            (_, known) ->
                known != null && known.isOf(store, leadership.term())
                    ? known
                    : new StoreMemory(store, leadership.term())));
  }

  /**
   * Has the shop asked if it is time to.
   *
   * @return when it will be time, or null when a probe is under way and says so itself
   */
  private @Nullable Instant probe(
      StoreId id, StoreRecord record, Installation store, StoreMemory memory, Instant now) {
    var due = due(store.phase(), memory);
    if (due != null && due.isAfter(now)) {
      return due;
    }
    var shop = shop(record, store.phase());
    shop.ifPresent(
        asked -> probes.start(id, asked, memory.probe(), (_, probe) -> told(id, memory, probe)));
    return null;
  }

  private @Nullable Instant due(Phase phase, StoreMemory memory) {
    var held = memory.heldAt();
    if (held != null) {
      return held.plus(pace.again());
    }
    var probe = memory.probe();
    return probe == null ? null : probe.at().plus(pace.after(phase, probe));
  }

  private void told(StoreId id, StoreMemory memory, @Nullable Probe probe) {
    if (probe == null) {
      memory.hold(clock.instant());
    } else {
      memory.remember(probe);
    }
    again.accept(id);
  }

  private Optional<Shop> shop(StoreRecord record, Phase phase) {
    return Optional.ofNullable(record.getSpec().store())
        .flatMap(store -> engines.find(store.engine()).map(engine -> shop(store, engine, phase)));
  }

  private static Shop shop(StoreSpecification store, Engine engine, Phase phase) {
    var sale = phase == Phase.STARTING ? engine.readiness().canSell() : List.<ScenarioStep>of();
    return new Shop(store.host(), store.protocol(), engine.readiness().live(), sale);
  }

  private static Outcome outcome(
      Instant now, @Nullable Instant until, @Nullable Instant nextProbe) {
    var next = earlier(until, nextProbe);
    if (next == null) {
      return Outcome.settled();
    }
    var pause = Duration.between(now, next);
    return Outcome.again(pause.isPositive() ? pause : Duration.ofMillis(1));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
