package dev.uruimi.certify;

import dev.uruimi.certify.faults.FaultKind;
import dev.uruimi.certify.faults.Injection;
import dev.uruimi.certify.faults.NotPossibleException;
import dev.uruimi.certify.faults.Scene;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One fault from its injection to its healing, whatever comes between. */
final class HitRun {

  private final FaultKind kind;
  private final Scene scene;
  private final Requests requests;

  HitRun(FaultKind kind, Scene scene, Requests requests) {
    this.kind = kind;
    this.scene = scene;
    this.requests = requests;
  }

  /** Injects, lets it last, heals; heals also when interrupted. */
  Outcome run(Duration lead) throws InterruptedException {
    var hit = scene.hit();
    requests.send(hit.before());
    PauseWaiter.pause(lead);
    Injection injection;
    try {
      injection = kind.fault().inject(scene);
    } catch (NotPossibleException e) {
      requests.send(hit.during());
      return outcome(e.getMessage(), null);
    } catch (IOException | RuntimeException e) {
      requests.send(hit.during());
      return outcome(null, "could not be injected: " + e.getMessage());
    }
    return lasting(injection);
  }

  private Outcome lasting(Injection injection) throws InterruptedException {
    try {
      requests.send(scene.hit().during());
      PauseWaiter.pause(kind.lasts());
    } catch (InterruptedException e) {
      Thread.interrupted();
      healed(injection);
      throw e;
    }
    return healed(injection);
  }

  private Outcome healed(Injection injection) throws InterruptedException {
    try {
      injection.heal();
      return outcome(null, null);
    } catch (NotPossibleException e) {
      return outcome(e.getMessage(), null);
    } catch (IOException | RuntimeException e) {
      return outcome(null, "was not undone: " + e.getMessage());
    }
  }

  private Outcome outcome(@Nullable String skipped, @Nullable String trouble) {
    return new Outcome(kind.number(), scene.hit().slots().size(), skipped, trouble);
  }
}
