package dev.uruimi.local.services;

import dev.uruimi.local.cluster.OwnerOnly;
import dev.uruimi.local.process.Step;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The key that store-api seals the secrets of webhooks with: made once, for its owner only. */
record WebhooksKey(UruimiHome home) {

  /** Name of the part that is ready when it is there. */
  static final String STEP = "webhooks-key";

  private static final int BYTES = 32;

  Path file() {
    return home.state().resolve("secrets/webhooks-key");
  }

  Step step() {
    return Step.of(STEP, List.of(), _ -> ensure());
  }

  /** Makes it unless it is there. */
  void ensure() throws IOException {
    if (!Files.exists(file())) {
      var key = new byte[BYTES];
      new SecureRandom().nextBytes(key);
      OwnerOnly.write(file(), HexFormat.of().formatHex(key) + "\n");
    }
  }
}
