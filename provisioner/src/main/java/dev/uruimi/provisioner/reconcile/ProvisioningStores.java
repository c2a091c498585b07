package dev.uruimi.provisioner.reconcile;

import dev.uruimi.events.StoreId;
import dev.uruimi.provisioner.decide.Act;
import dev.uruimi.provisioner.decide.NextAct;
import dev.uruimi.worker.reconcile.Outcome;
import dev.uruimi.worker.reconcile.Reconciler;
import dev.uruimi.worker.record.StoreRecord;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every store that is asked for to an installed release: observe, decide, act, again. What
 * it needs to know stands in the record and in the cluster, so it can be killed at any time.
 */
public final class ProvisioningStores implements Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(ProvisioningStores.class);
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Claims claims;
  private final Observer observer;
  private final Performer performer;
  private final UnexplainedFailures unexplained = new UnexplainedFailures();
  private final ClaimTerms terms;

  public ProvisioningStores(
      Claims claims, Observer observer, Performer performer, ClaimTerms terms) {
    this.claims = claims;
    this.observer = observer;
    this.performer = performer;
    this.terms = terms;
  }

  @Override
  public Outcome reconcile(StoreId id) {
    return switch (claims.take(id)) {
      case Claims.Taken.NoWork() -> Outcome.settled();
      case Claims.Taken.Elsewhere(var until) -> {
        var left = Duration.between(terms.now(), until);
        yield Outcome.again(left.compareTo(SOON) < 0 ? SOON : left);
      }
      case Claims.Taken.Ours(var claimed) -> work(id, claimed);
    };
  }

  private Outcome work(StoreId id, ClaimedStore claimed) {
    try (claimed) {
      return untilSettled(claimed);
    } catch (ClaimLostException e) {
      LOG.atInfo().addKeyValue("storeId", id).log("not ours any more: {}", e.getMessage());
      return Outcome.again(SOON);
    } catch (RuntimeException e) {
      if (claimed.lost()) {
        return Outcome.again(SOON);
      }
      throw e;
    }
  }

  private Outcome untilSettled(ClaimedStore claimed) {
    while (true) {
      var record = claimed.check();
      var act = NextAct.of(record.getSpec(), record.getStatus(), observer.observe(record));
      switch (act) {
        case Act.Settle() -> {
          unexplained.forget(record.storeId());
          return Outcome.settled();
        }
        case Act.Wait(var again) -> {
          return Outcome.again(again);
        }
        default -> perform(act, claimed, record);
      }
    }
  }

  private void perform(Act act, ClaimedStore claimed, StoreRecord record) {
    claimed.ensureHeld();
    try {
      var begin = terms.now();
      performer.perform(act, claimed, record);
      LOG.atInfo()
          .addKeyValue("storeId", record.storeId())
          .addKeyValue("attempt", record.getSpec().attempt())
          .addKeyValue("act", act)
          .addKeyValue("millis", Duration.between(begin, terms.now()).toMillis())
          .log("done");
    } catch (RuntimeException e) {
      var reason = Refusals.reason(e);
      if (reason.isEmpty() || isToBeTriedAgain(e, record.storeId())) {
        throw e;
      }
      LOG.atWarn()
          .addKeyValue("storeId", record.storeId())
          .addKeyValue("attempt", record.getSpec().attempt())
          .addKeyValue("act", act)
          .addKeyValue("code", reason.get().code())
          .log("gives up: {}", reason.get().sentence());
      performer.perform(new Act.GiveUp(reason.get()), claimed, record);
    }
  }

  private boolean isToBeTriedAgain(RuntimeException e, StoreId id) {
    return Refusals.isUnexplained(e) && unexplained.isTolerable(id);
  }
}
