package dev.uruimi.certify.faults;

import java.io.IOException;

/** Whoever speaks for the nodes falls silent: kwok for simulated ones, else the kubelet. */
record NodePaused() implements Fault {

  @Override
  public Injection inject(Scene scene) throws IOException, InterruptedException {
    var part = scene.installation().parts().contains("kwok") ? "kwok" : "kubelet";
    return new PartPaused(part, true).inject(scene);
  }
}
