package dev.uruimi.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The pool with small shell programs as workers. */
class WorkerPoolTest {

  private static final String READY = "echo '{\"id\":0,\"revision\":0}'; ";
  private static final String ECHO =
      "while read -r line; do echo '{\"id\":1,\"revision\":7}'; done";
  private static final Duration SOON = Duration.ofSeconds(20);

  private final AtomicInteger launched = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  @Test
  void anAnswerIsGivenToWhomeverAsked() throws Exception {
    try (var pool = pool(READY + ECHO)) {
      assertThat(pool.call(request(), SOON).revision()).isEqualTo(7);
      assertThat(pool.call(request(), SOON).revision()).isEqualTo(7);
      assertThat(launched).hasValue(1);
    }
  }

  @Test
  void otherOutputDoesNoHarm() throws Exception {
    try (var pool = pool("echo noise; " + READY + "echo '{'; echo '{\"id\":99}'; " + ECHO)) {
      assertThat(pool.call(request(), SOON).revision()).isEqualTo(7);
    }
  }

  @Test
  void aWorkerThatHangsIsKilledAndReplaced() {
    try (var pool = pool(READY + "exec sleep 600")) {
      await().until(() -> pool.idle() == 1);
      var hanging = pool.pids().iterator().next();

      assertFailure(pool, Duration.ofMillis(200), HelmFailure.TIMED_OUT);

      assertThat(ProcessHandle.of(hanging).map(ProcessHandle::isAlive).orElse(false)).isFalse();
      await().until(() -> pool.idle() == 1);
      assertThat(launched).hasValue(2);
    }
  }

  @Test
  void aWorkerThatEndsInTheMiddleIsReplaced() {
    try (var pool = pool(READY + "read -r line; exit 9")) {
      assertFailure(pool, SOON, HelmFailure.WORKER_LOST);

      await().until(() -> pool.idle() == 1);
      assertThat(launched).hasValue(2);
    }
  }

  @Test
  void aWorkerThatEndedItselfInTimeTimedOut() {
    try (var pool = pool(READY + "read -r line; exit 4")) {
      assertFailure(pool, SOON, HelmFailure.TIMED_OUT);
    }
  }

  @Test
  void aWorkerThatDiedWhileIdleIsNotedBeforeItIsAsked() throws Exception {
    try (var pool = pool(READY + ECHO)) {
      await().until(() -> pool.idle() == 1);
      var handle = ProcessHandle.of(pool.pids().iterator().next()).orElseThrow();
      handle.destroyForcibly();
      await().until(() -> !handle.isAlive());

      assertThat(pool.call(request(), SOON).revision()).isEqualTo(7);
    }
  }

  @Test
  void whoeverFindsNoFreeWorkerWaitsNoLongerThanAsked() {
    try (var pool = pool("exec sleep 600")) {
      assertFailure(pool, Duration.ofMillis(100), HelmFailure.TIMED_OUT);
    }
  }

  @Test
  void oneThatDoesNotStartIsTriedAgain() {
    try (var pool = pool("exit 1")) {
      await().until(() -> launched.get() >= 3);
    }
  }

  @Test
  void anInterruptedCallersWorkerIsKilled() {
    try (var pool = pool(READY + "exec sleep 600")) {
      await().until(() -> pool.idle() == 1);
      var caller = Thread.ofVirtual().start(() -> callQuietly(pool));
      await().until(() -> pool.idle() == 0);

      caller.interrupt();

      await().until(() -> pool.idle() == 1);
      assertThat(launched).hasValue(2);
    }
  }

  @Test
  void closedItLeavesNoProcessAndCleansUpAfterEach() {
    var pool = pool(READY + ECHO);
    await().until(() -> pool.idle() == 1);
    var pids = pool.pids();

    pool.close();

    assertThat(pids)
        .noneMatch(pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    await().until(() -> ended.get() == launched.get());
  }

  private WorkerPool pool(String program) {
    return new WorkerPool(() -> launch(program), 1);
  }

  private WorkerProcess launch(String program) throws IOException {
    launched.incrementAndGet();
    return new WorkerProcess(
        new ProcessBuilder("sh", "-c", program).start(), ended::incrementAndGet);
  }

  private static void assertFailure(WorkerPool pool, Duration timeout, HelmFailure failure) {
    assertThatExceptionOfType(HelmException.class)
        .isThrownBy(() -> pool.call(request(), timeout))
        .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
  }

  private static void callQuietly(WorkerPool pool) {
    try {
      pool.call(request(), SOON);
    } catch (InterruptedException | HelmException _) {
      // as expected
    }
  }

  private static Request request() {
    return new Request(
        1, Request.Call.UNINSTALL, "n", "r", null, List.of(), null, null, SOON.toMillis());
  }
}
