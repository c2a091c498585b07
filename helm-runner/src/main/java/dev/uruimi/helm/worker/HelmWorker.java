package dev.uruimi.helm.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.marcnuri.helm.jni.HelmLib;
import com.sun.jna.Native;
import dev.uruimi.helm.Answer;
import dev.uruimi.helm.Request;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.json.JsonMapper;

/**
 * Main class of a worker process: reads requests from standard input, has Helm do them one by one,
 * writes answers to file descriptor 3. It ends with its parent and with a request that takes too
 * long, whatever Helm's native code is doing at that time.
 */
public final class HelmWorker {

  /** Exit code after a request that took too long. */
  public static final int TOO_LONG = 4;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final Exit exit;

  private HelmWorker(Exit exit) {
    this.exit = exit;
  }

  /** Entry point: process id of the parent, Helm's library, the pool's folder. */
  public static void main(String[] arguments) throws Exception {
    var exit = new Exit(Long.parseLong(arguments[0]), Path.of(arguments[2]));
    var worker = new HelmWorker(exit);
    exit.watchParent();
    Thread.ofPlatform().daemon().name("requests").start(worker::readRequests);
    try (var answers = new PrintStream(new FileOutputStream("/dev/fd/3"), true, UTF_8)) {
      var calls = new HelmCalls(Native.load(arguments[1], HelmLib.class));
      calls.warmUp();
      worker.serve(calls, answers);
    }
  }

  private void serve(HelmCalls calls, OutputStream answers)
      throws IOException, InterruptedException {
    write(answers, Answer.READY);
    while (true) {
      var request = requests.take();
      exit.unlessDoneWithin(Duration.ofMillis(request.timeoutMillis()));
      var answer = calls.answer(request);
      exit.done();
      write(answers, answer);
    }
  }

  private void readRequests() {
    try (var lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        requests.add(JSON.readValue(line, Request.class));
      }
    } catch (IOException | RuntimeException e) {
      System.err.println("cannot read requests: " + e);
    }
    exit.parentGone();
  }

  private static void write(OutputStream answers, Answer answer) throws IOException {
    answers.write((JSON.writeValueAsString(answer) + "\n").getBytes(UTF_8));
    answers.flush();
  }
}
