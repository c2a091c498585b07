package dev.uruimi.certify.faults;

import dev.uruimi.certify.Installation.Healing;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The provisioner's Helm workers are killed before their n-th call to the API server, then before
 * the next one, and so on: one injection takes several, the next goes on where it ended.
 */
record HelmWorkerKilled() implements Fault {

  /** More calls than an installation makes. */
  private static final int CALLS = 40;

  private static final int EACH = 4;

  @Override
  public Injection inject(Scene scene) throws IOException {
    Signals.process(scene.installation(), "provisioner");
    var series = new Series(scene);
    series.arm();
    return series;
  }

  private static final class Series implements Injection {

    private final Scene scene;
    private final AtomicInteger killed = new AtomicInteger();
    private volatile boolean over;
    private volatile @Nullable Healing armed;
    private volatile @Nullable IOException failure;

    Series(Scene scene) {
      this.scene = scene;
    }

    /** One call at a time: the one before is let go first. */
    synchronized void arm() throws IOException {
      var before = armed;
      if (before != null) {
        before.close();
      }
      if (over || killed.get() == EACH) {
        return;
      }
      var n = (scene.hit().ordinal() * EACH + killed.get()) % CALLS + 1;
      armed = scene.installation().apiServer().beforeHelmCall(n, this::kill);
    }

    private void kill() {
      scene
          .installation()
          .process("provisioner")
          .ifPresent(provisioner -> Signals.kill(provisioner.descendants().toList()));
      killed.incrementAndGet();
      Thread.ofVirtual().start(this::next);
    }

    private void next() {
      try {
        arm();
      } catch (IOException e) {
        failure = e;
      }
    }

    @Override
    public synchronized void heal() throws IOException {
      over = true;
      var last = armed;
      if (last != null) {
        last.close();
      }
      if (failure != null) {
        throw new IOException("could not go on to the next call", failure);
      }
      if (killed.get() == 0) {
        throw new NotPossibleException("Helm made too few calls meanwhile");
      }
    }
  }
}
