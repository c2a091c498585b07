package dev.uruimi.provisioner.reconcile;

import dev.uruimi.events.EvidenceReference;
import dev.uruimi.events.Reason;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreEvent.StoreInstalled;
import dev.uruimi.events.StoreEvent.StoreStepCompleted;
import dev.uruimi.worker.record.Provision;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.Verdict;
import dev.uruimi.worker.stream.StoreEventPublisher;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** What is said and written down of a provision: always said first. */
public final class ProvisionLog {

  private static final String ME = "provisioner";

  private final StoreEventPublisher events;
  private final Clock clock;

  public ProvisionLog(StoreEventPublisher events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** A new attempt begins from nothing, and whatever was said of the one before is over. */
  void begin(ClaimedStore claimed, int attempt) {
    claimed.change(
        record ->
            record.with(
                record
                    .getStatus()
                    .with((Verdict) null)
                    .with(Provision.begun(attempt, clock.instant()))));
  }

  void retakeSteps(ClaimedStore claimed) {
    change(claimed, p -> new Provision(p.attempt(), p.startedAt(), Map.of(), null, null));
  }

  void completed(ClaimedStore claimed, StoreRecord record, Step step, Duration took) {
    say(record, new StoreStepCompleted(record.storeId(), attempt(record), step, took.toMillis()));
    change(claimed, p -> p.completed(step, took.toMillis()));
  }

  void installed(ClaimedStore claimed, StoreRecord record, int revision) {
    say(
        record,
        new StoreInstalled(
            record.storeId(), attempt(record), revision, sinceBegin(record).toMillis()));
    change(claimed, p -> p.installed(revision));
  }

  void failed(ClaimedStore claimed, StoreRecord record, Reason reason) {
    var id = record.storeId();
    var attempt = attempt(record);
    var evidence = EvidenceReference.ofFailure(id, attempt, ME, 0);
    say(record, new StoreFailed(id, attempt, ME, 0, reason.withEvidence(evidence)));
    change(claimed, p -> p.failed(reason));
  }

  /** Time since the attempt was taken up, without that of the steps that are written down. */
  Duration sinceLastStep(StoreRecord record) {
    var steps = provision(record).steps().values().stream().mapToLong(Long::longValue).sum();
    var left = sinceBegin(record).minusMillis(steps);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration sinceBegin(StoreRecord record) {
    return Duration.between(provision(record).startedAt(), clock.instant());
  }

  private void say(StoreRecord record, StoreEvent event) {
    events.publish(event, record.getSpec().traceparent());
  }

  private static void change(ClaimedStore claimed, UnaryOperator<Provision> change) {
    claimed.change(record -> record.with(record.getStatus().with(change.apply(provision(record)))));
  }

  private static int attempt(StoreRecord record) {
    return provision(record).attempt();
  }

  private static Provision provision(StoreRecord record) {
    return Objects.requireNonNull(record.getStatus().provision());
  }
}
