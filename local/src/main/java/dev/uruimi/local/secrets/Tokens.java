package dev.uruimi.local.secrets;

import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Step;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.util.List;

/**
 * What an installation keeps to itself: what its users show the store API, its services each other,
 * and what it seals the secrets of webhooks with.
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

  /** The store API seals the secrets of webhooks with it. */
  public SecretFile webhooksKey() {
    return named("webhooks-key");
  }

  /** Makes those that are not there. */
  public Part step() {
    return Step.of(STEP, List.of(), _ -> ensure());
  }

  void ensure() throws IOException {
    logIn().ensure();
    peers().ensure();
    webhooksKey().ensure();
  }

  private SecretFile named(String name) {
    return new SecretFile(home.state().resolve("secrets").resolve(name));
  }
}
