package dev.uruimi.certify.invariants;

import dev.uruimi.certify.snapshot.SecretPrint;
import dev.uruimi.certify.snapshot.Snapshot;
import java.util.List;

/** A generated Secret stays as it was made for as long as its namespace lives. */
final class SecretsStay implements Invariant {

  @Override
  public String name() {
    return "no secret changed";
  }

  @Override
  public boolean isForGood() {
    return true;
  }

  @Override
  public List<Violation> check(Snapshot snapshot) {
    return snapshot.secrets().stream()
        .filter(print -> snapshot.before().stream().anyMatch(old -> changed(old, print)))
        .map(
            print ->
                new Violation(
                    name(), print.namespace(), "the Secret " + print.name() + " has changed"))
        .toList();
  }

  private static boolean changed(SecretPrint old, SecretPrint now) {
    return old.sameSecret(now) && !old.hash().equals(now.hash());
  }
}
