package dev.uruimi.provisioner.decide;

import dev.uruimi.events.Step;
import dev.uruimi.helm.ReleaseState;
import dev.uruimi.provisioner.decide.Observation.Leftovers;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.Provision;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecordStatus;
import java.time.Duration;
import java.util.List;

/**
 * Decides on the next act from the record and what is there. Which attempt a deployed revision
 * belongs to stands in the revision itself ({@link #mark}), so nothing is made twice, whenever the
 * worker was killed.
 *
 * <pre>
 * release                         never ready           was ready once (data to keep)
 * absent                          leftovers? remove     install (adopts what is there)
 *                                 else install
 * deployed by this attempt        say so                say so
 * deployed earlier, failed,       uninstall             upgrade
 *   superseded
 * pending, uninstalling, unknown  uninstall             abandon the revision
 * </pre>
 */
public final class NextAct {

  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration LATER = Duration.ofSeconds(1);
  private static final List<Step> PREPARATIONS =
      List.of(Step.NAMESPACE, Step.GUARDRAILS, Step.SECRETS);

  private NextAct() {}

  /** Description of a revision that an attempt deployed. */
  public static String mark(int attempt) {
    return "uruimi attempt " + attempt;
  }

  /** Whether there can be anything to do; without looking at the cluster. */
  public static boolean isNeeded(StoreRecordSpec spec, StoreRecordStatus status) {
    if (spec.desired() == Desired.ABSENT || spec.store() == null) {
      return false;
    }
    var provision = status.provision();
    return provision == null || provision.attempt() < spec.attempt() || !provision.settled();
  }

  /** Whether all that a release needs was put in place by this attempt. */
  public static boolean isPrepared(Provision provision) {
    return PREPARATIONS.stream().allMatch(provision::has);
  }

  /** The next act. */
  public static Act of(StoreRecordSpec spec, StoreRecordStatus status, Observation observed) {
    if (!isNeeded(spec, status)) {
      return new Act.Settle();
    }
    var provision = status.provision();
    if (provision == null || provision.attempt() < spec.attempt()) {
      return new Act.Begin(spec.attempt());
    }
    if (observed.refusal() != null) {
      return new Act.GiveUp(observed.refusal());
    }
    return switch (observed.namespace()) {
      case TERMINATING -> new Act.Wait(LATER);
      case ABSENT ->
          provision.steps().isEmpty() ? new Act.TakeStep(Step.NAMESPACE) : new Act.RetakeSteps();
      case ACTIVE -> inside(provision, status.everReady(), observed);
    };
  }

  private static Act inside(Provision provision, boolean everReady, Observation observed) {
    for (var step : PREPARATIONS) {
      if (!provision.has(step)) {
        return new Act.TakeStep(step);
      }
    }
    return switch (observed.release()) {
      case ReleaseState.Absent() -> install(everReady, observed.leftovers());
      case ReleaseState.Present release when isOf(provision, release) ->
          provision.has(Step.CHART) ? new Act.SayInstalled(release.revision()) : new Act.SayChart();
      case ReleaseState.Present release -> everReady ? keepData(release) : new Act.Uninstall();
    };
  }

  private static Act install(boolean everReady, Leftovers leftovers) {
    if (everReady) {
      return new Act.Install();
    }
    return switch (leftovers) {
      case NONE -> new Act.Install();
      case PRESENT -> new Act.RemoveLeftovers();
      case TERMINATING -> new Act.Wait(SOON);
    };
  }

  private static boolean isOf(Provision provision, ReleaseState.Present release) {
    return release.status() == ReleaseState.Status.DEPLOYED
        && release.description().equals(mark(provision.attempt()));
  }

  private static Act keepData(ReleaseState.Present release) {
    return release.status().finished() ? new Act.Upgrade() : new Act.Abandon(release.revision());
  }
}
