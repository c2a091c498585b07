package dev.uruimi.certify.faults;

import java.io.IOException;
import java.util.List;

/**
 * SIGSTOP of a part, SIGCONT later. Every second time its children stop with it; the other times
 * they go on without it.
 */
record PartPaused(String part, boolean alwaysWhole) implements Fault {

  @Override
  public Injection inject(Scene scene) throws IOException, InterruptedException {
    var process = Signals.process(scene.installation(), part);
    var whole = alwaysWhole || scene.hit().ordinal() % 2 == 1;
    var paused = whole ? Signals.tree(process) : List.of(process);
    Signals.pause(paused);
    return () -> Signals.resume(paused);
  }
}
