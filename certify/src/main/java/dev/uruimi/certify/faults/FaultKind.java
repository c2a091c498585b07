package dev.uruimi.certify.faults;

import dev.uruimi.certify.plan.Target;
import java.time.Duration;
import java.util.Set;

/**
 * A kind of fault.
 *
 * @param name short, for tables
 * @param does what is done
 * @param undone how it is undone
 * @param lasts from the injection until it is undone
 * @param settles how long the system may take at most to converge afterwards
 * @param target its number, and what else it touches
 */
public record FaultKind(
    String name,
    String does,
    String undone,
    Duration lasts,
    Duration settles,
    Target target,
    Fault fault) {

  public int number() {
    return target.number();
  }

  FaultKind does(String what) {
    return new FaultKind(name, what, undone, lasts, settles, target, fault);
  }

  FaultKind undone(String how) {
    return new FaultKind(name, does, how, lasts, settles, target, fault);
  }

  FaultKind hurts(String... parts) {
    return with(
        new Target(number(), Set.of(parts), target.needs(), target.perStore(), target.deletes()));
  }

  FaultKind needs(String... parts) {
    return with(
        new Target(number(), target.hurts(), Set.of(parts), target.perStore(), target.deletes()));
  }

  FaultKind perStore() {
    return with(new Target(number(), target.hurts(), target.needs(), true, target.deletes()));
  }

  FaultKind deletes() {
    return with(new Target(number(), target.hurts(), target.needs(), target.perStore(), true));
  }

  private FaultKind with(Target changed) {
    return new FaultKind(name, does, undone, lasts, settles, changed, fault);
  }
}
