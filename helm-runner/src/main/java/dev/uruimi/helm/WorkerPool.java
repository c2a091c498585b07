package dev.uruimi.helm;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workers started before they are needed. One that fails, hangs or ends is killed and another
 * started in its place.
 */
final class WorkerPool implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** A worker has some time to end itself before it is killed. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final WorkerLauncher launcher;
  private final BlockingQueue<WorkerProcess> idle = new LinkedBlockingQueue<>();
  private final Set<WorkerProcess> all = ConcurrentHashMap.newKeySet();
  private final Object ended = new Object();
  private volatile boolean closed;

  WorkerPool(WorkerLauncher launcher, int size) {
    this.launcher = launcher;
    for (int i = 0; i < size; i++) {
      startAnother();
    }
  }

  /**
   * Has a worker answer a request; the wait for a free one counts.
   *
   * @throws HelmException when none was free, or the one ended or did not answer in time
   */
  Answer call(Request request, Duration timeout) throws InterruptedException {
    var end = System.nanoTime() + timeout.toNanos();
    var worker = take(end);
    if (worker == null) {
      throw new HelmException(
          HelmFailure.TIMED_OUT, "no Helm worker was free within " + timeout.toSeconds() + " s");
    }
    var answered = false;
    try {
      var answer = worker.call(request, left(end).plus(GRACE));
      answered = true;
      return answer;
    } finally {
      if (answered) {
        idle.add(worker);
      } else {
        replace(worker);
      }
    }
  }

  /** How many workers wait for calls. */
  int idle() {
    return idle.size();
  }

  /** Process ids of all workers. */
  Set<Long> pids() {
    return all.stream().map(WorkerProcess::pid).collect(java.util.stream.Collectors.toSet());
  }

  /** Kills all workers; calls under way fail. */
  @Override
  public void close() {
    closed = true;
    synchronized (ended) {
      ended.notifyAll();
    }
    all.forEach(WorkerProcess::close);
  }

  private @Nullable WorkerProcess take(long end) throws InterruptedException {
    while (true) {
      var worker = idle.poll(left(end).toMillis(), TimeUnit.MILLISECONDS);
      if (worker == null || worker.isAlive()) {
        return worker;
      }
      replace(worker);
    }
  }

  private void replace(WorkerProcess worker) {
    worker.close();
    all.remove(worker);
    startAnother();
  }

  private void startAnother() {
    Thread.ofPlatform().daemon().name("helm-worker-start").start(this::startUntilItWorks);
  }

  private void startUntilItWorks() {
    var pause = Duration.ofMillis(250);
    while (!closed) {
      try {
        idle.add(start());
        return;
      } catch (IOException | RuntimeException e) {
        if (!closed) {
          LOG.atWarn().addKeyValue("againInMillis", pause.toMillis()).log("no Helm worker", e);
        }
        pause(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : pause.multipliedBy(2);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private WorkerProcess start() throws IOException, InterruptedException {
    var begin = System.nanoTime();
    var worker = launcher.launch();
    all.add(worker);
    try {
      if (closed) {
        throw new IOException("closed meanwhile");
      }
      worker.awaitReady(START_TIMEOUT);
    } catch (IOException | RuntimeException | InterruptedException e) {
      worker.close();
      all.remove(worker);
      throw e;
    }
    LOG.atInfo()
        .addKeyValue("pid", worker.pid())
        .addKeyValue("millis", Duration.ofNanos(System.nanoTime() - begin).toMillis())
        .log("Helm worker ready");
    return worker;
  }

  private void pause(Duration pause) {
    synchronized (ended) {
      try {
        if (!closed) {
          ended.wait(pause.toMillis());
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
