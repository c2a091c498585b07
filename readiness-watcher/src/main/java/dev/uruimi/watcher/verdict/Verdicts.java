package dev.uruimi.watcher.verdict;

import dev.uruimi.events.EvidenceReference;
import dev.uruimi.events.Reason;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.worker.leader.Leadership;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.Verdict;
import dev.uruimi.worker.stream.StoreEventPublisher;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says verdicts. The record is changed first, by compare-and-set and with the mark "not published";
 * then the event is published and the mark is set. Whoever finds an unpublished verdict publishes
 * it, with the same event id. So a verdict of somebody who was paused too long is refused by the
 * record and never published, and a crash between any two steps loses nothing.
 */
public final class Verdicts {

  private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);

  private static final String ME = "readiness-watcher";

  private final RecordAccess records;
  private final StoreEventPublisher publisher;
  private final Leadership leadership;

  public Verdicts(RecordAccess records, StoreEventPublisher publisher, Leadership leadership) {
    this.records = records;
    this.publisher = publisher;
    this.leadership = leadership;
  }

  /**
   * Says a verdict, unless the store has moved on since it was found: it was deleted, begun anew,
   * somebody else said something, or this process leads no longer.
   *
   * @return whether it was said
   * @throws RuntimeException when API server or broker do not answer; {@link #finish} does the rest
   *     later
   */
  public boolean say(StoreId id, Verdict verdict) {
    var change =
        records.change(
            id,
            record ->
                leadership.isHeld() && follows(record, verdict)
                    ? with(record, verdict.in(leadership.term()))
                    : null);
    if (!change.stored()) {
      LOG.atInfo()
          .addKeyValue("storeId", id)
          .addKeyValue("attempt", verdict.attempt())
          .addKeyValue("verdict", verdict.state())
          .log("verdict is out of date, not said");
      return false;
    }
    finish(id);
    return true;
  }

  /** Publishes the record's verdict if that is still to be done. */
  public void finish(StoreId id) {
    var record = records.change(id, _ -> null).record();
    var pending = pending(record);
    if (record == null || pending.isEmpty()) {
      return;
    }
    var verdict = pending.get();
    publisher.publish(event(id, verdict), record.getSpec().traceparent());
    records.change(
        id,
        now ->
            leadership.isHeld() && pending(now).filter(verdict::equals).isPresent()
                ? with(now, verdict.said(leadership.term()))
                : null);
  }

  /** The verdict of an installed release that is still to be published. */
  static Optional<Verdict> pending(@Nullable StoreRecord record) {
    return Installation.of(record)
        .flatMap(store -> Optional.ofNullable(store.verdict()))
        .filter(verdict -> !verdict.published());
  }

  private boolean follows(@Nullable StoreRecord record, Verdict next) {
    return Installation.of(record)
        .filter(store -> store.attempt() == next.attempt() && store.revision() == next.revision())
        .filter(store -> epochBefore(store.verdict()) == next.epoch() - 1)
        .filter(store -> store.verdict() == null || store.verdict().published())
        .filter(store -> store.verdict() == null || store.verdict().term() <= leadership.term())
        .isPresent();
  }

  private static long epochBefore(@Nullable Verdict verdict) {
    return verdict == null ? 0 : verdict.epoch();
  }

  private static StoreRecord with(@Nullable StoreRecord record, Verdict verdict) {
    var found = Objects.requireNonNull(record);
    return found.with(found.getStatus().with(verdict));
  }

  private static StoreEvent event(StoreId id, Verdict verdict) {
    return switch (verdict.state()) {
      case READY ->
          new StoreEvent.StoreReady(id, verdict.attempt(), verdict.revision(), verdict.epoch());
      case DEGRADED ->
          new StoreEvent.StoreDegraded(
              id,
              verdict.attempt(),
              verdict.revision(),
              verdict.epoch(),
              reason(verdict)
                  .withEvidence(
                      EvidenceReference.ofDegradation(id, verdict.attempt(), verdict.epoch())));
      case FAILED ->
          new StoreEvent.StoreFailed(
              id,
              verdict.attempt(),
              ME,
              verdict.epoch(),
              reason(verdict)
                  .withEvidence(
                      EvidenceReference.ofFailure(id, verdict.attempt(), ME, verdict.epoch())));
    };
  }

  private static Reason reason(Verdict verdict) {
    return Objects.requireNonNull(verdict.reason());
  }
}
