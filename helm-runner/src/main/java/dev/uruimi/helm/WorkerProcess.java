package dev.uruimi.helm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.uruimi.helm.worker.HelmWorker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A worker from the outside: lines of JSON go in and come out, and it can be killed. */
final class WorkerProcess implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Process process;
  private final Runnable afterwards;
  private final ConcurrentMap<Long, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
  private final CompletableFuture<Answer> ready;
  private volatile boolean ended;

  /**
   * @param afterwards run once the process has ended
   */
  WorkerProcess(Process process, Runnable afterwards) {
    this.process = process;
    this.afterwards = afterwards;
    this.ready = awaitAnswer(Answer.READY.id());
    Thread.ofPlatform().daemon().name("helm-worker-" + process.pid()).start(this::read);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Waits until the worker has loaded Helm. */
  void awaitReady(Duration timeout) throws InterruptedException {
    await(ready, timeout);
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws HelmException when the worker ended or did not answer in time
   */
  Answer call(Request request, Duration timeout) throws InterruptedException {
    var answer = awaitAnswer(request.id());
    try {
      var pipe = process.getOutputStream();
      pipe.write((JSON.writeValueAsString(request) + "\n").getBytes(UTF_8));
      pipe.flush();
    } catch (IOException e) {
      throw new HelmException(HelmFailure.WORKER_LOST, "the Helm worker has ended", e);
    }
    return await(answer, timeout);
  }

  /** What a worker sees of the end of its parent; for tests. */
  void parentGone() throws IOException {
    process.getOutputStream().close();
  }

  /** Kills the process and waits for its end. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private CompletableFuture<Answer> awaitAnswer(long id) {
    var future = new CompletableFuture<Answer>();
    waiting.put(id, future);
    if (ended) {
      loseAll();
    }
    return future;
  }

  private Answer await(CompletableFuture<Answer> answer, Duration timeout)
      throws InterruptedException {
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw timedOut(e);
    } catch (ExecutionException e) {
      if (process.exitValue() == HelmWorker.TOO_LONG) {
        throw timedOut(e);
      }
      throw new HelmException(HelmFailure.WORKER_LOST, "the Helm worker has ended", e);
    }
  }

  private static HelmException timedOut(Exception cause) {
    return new HelmException(HelmFailure.TIMED_OUT, "Helm did not end in time", cause);
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line);
      }
    } catch (IOException e) {
      LOG.atDebug().addKeyValue("pid", process.pid()).log("worker's pipe: {}", e.toString());
    } finally {
      process.onExit().join();
      ended = true;
      loseAll();
      afterwards.run();
    }
  }

  private void take(String line) {
    try {
      var answer = JSON.readValue(line, Answer.class);
      var future = waiting.remove(answer.id());
      if (future != null) {
        future.complete(answer);
      }
    } catch (JacksonException e) {
      LOG.atWarn().addKeyValue("pid", process.pid()).log("not a worker's answer, skipped");
    }
  }

  private void loseAll() {
    waiting
        .values()
        .forEach(future -> future.completeExceptionally(new IOException("worker ended")));
    waiting.clear();
  }
}
