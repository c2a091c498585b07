package dev.uruimi.certify.faults;

import dev.uruimi.certify.Installation.Healing;
import java.io.IOException;

/**
 * The API server answers a part of the requests badly, or never: 429, 500, 503, hanging in turn.
 */
record ApiServerTrouble() implements Fault {

  @Override
  public Injection inject(Scene scene) throws IOException {
    var share = 0.3 + scene.random().nextDouble() * 0.7;
    Healing healing =
        switch (scene.hit().ordinal() % 4) {
          case 0 -> scene.installation().apiServer().answer(429, share);
          case 1 -> scene.installation().apiServer().answer(500, share);
          case 2 -> scene.installation().apiServer().hang(share);
          default -> scene.installation().apiServer().answer(503, share);
        };
    return healing::close;
  }
}
