package dev.uruimi.local.secrets;

import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Step;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.util.List;

/**
 * The tokens of an installation: what its users show the store API, and its services each other.
 */
public record Tokens(UruimiHome home) {

  /** Name of the part that is ready when they are there. */
  public static final String STEP = "tokens";

  /** Shown to the store API by programs of whoever owns the installation. */
  public SecretFile logIn() {
    return named("log-in-token");
  }

  /** Shown to the workers by the store API. */
  public SecretFile peers() {
    return named("peers-token");
  }

  /** Makes those that are not there. */
  public Part step() {
    return Step.of(STEP, List.of(), _ -> ensure());
  }

  void ensure() throws IOException {
    logIn().ensure();
    peers().ensure();
  }

  private SecretFile named(String name) {
    return new SecretFile(home.state().resolve("secrets").resolve(name));
  }
}
