package dev.uruimi.certify.faults;

import dev.uruimi.certify.PauseWaiter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * SIGKILL of a part. Every second time its children die with it; the other times they must notice
 * by themselves that they are alone.
 */
record PartKilled(String part, boolean alwaysWhole) implements Fault {

  private static final Duration BACK = Duration.ofMinutes(3);

  @Override
  public Injection inject(Scene scene) throws IOException {
    var process = Signals.process(scene.installation(), part);
    var whole = alwaysWhole || scene.hit().ordinal() % 2 == 1;
    Signals.kill(whole ? Signals.tree(process) : List.of(process));
    return () -> awaitAnother(scene, process.pid());
  }

  private void awaitAnother(Scene scene, long killed) throws IOException, InterruptedException {
    var back =
        PauseWaiter.until(
            () -> scene.installation().process(part).filter(p -> p.pid() != killed).isPresent(),
            BACK,
            scene.clock());
    if (!back) {
      throw new IOException(part + " was not started again within " + BACK);
    }
  }
}
