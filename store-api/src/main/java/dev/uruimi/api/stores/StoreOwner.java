package dev.uruimi.api.stores;

import java.util.Optional;
import java.util.regex.Pattern;

/** What owners may be called: what Kubernetes takes for the value of a label. */
final class StoreOwner {

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  private StoreOwner() {}

  static boolean isValid(String owner) {
    return FORM.matcher(owner).matches();
  }

  /** What is wrong with an owner, to be read after the word "owner". */
  static Optional<String> complaint(String owner) {
    return isValid(owner)
        ? Optional.empty()
        : Optional.of(
            "must be 1 to 63 of A-Z, a-z, 0-9, dot, dash and underscore, with a letter or a digit"
                + " at either end");
  }
}
