package dev.uruimi.certify.faults;

import java.io.IOException;

/** The ingress is killed and paused in turn. */
record IngressDown() implements Fault {

  private static final String PART = "traefik";

  @Override
  public Injection inject(Scene scene) throws IOException, InterruptedException {
    return scene.hit().ordinal() % 2 == 0
        ? new PartKilled(PART, true).inject(scene)
        : new PartPaused(PART, true).inject(scene);
  }
}
