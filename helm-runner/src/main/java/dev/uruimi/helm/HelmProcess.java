package dev.uruimi.helm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The Helm command at work. */
final class HelmProcess implements AutoCloseable {

  /** A shell's answer for a program that it cannot start. */
  private static final int NOT_FOUND = 127;

  private static final String ERROR = "Error: ";
  private static final long GRACE_SECONDS = 5;

  private final Process process;
  private final CompletableFuture<String> output;
  private final CompletableFuture<String> errors;

  HelmProcess(Process process) {
    this.process = process;
    this.output = reading(process.getInputStream());
    this.errors = reading(process.getErrorStream());
  }

  long pid() {
    return process.pid();
  }

  String output(Duration timeout) throws InterruptedException {
    if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new HelmException(HelmFailure.TIMED_OUT, "Helm did not end in time");
    }
    var code = process.exitValue();
    if (code == 0) {
      return output.join();
    }
    if (code > 128) {
      throw new HelmException(HelmFailure.WORKER_LOST, "the Helm command was killed");
    }
    var message = message(errors.join());
    throw code == NOT_FOUND
        ? new HelmException(HelmFailure.OTHER, "the Helm command cannot be run: " + message)
        : new HelmException(FailureTexts.kindOf(message), message);
  }

  /** Helm's error without what else it writes there: warnings, its libraries' lines. */
  static String message(String errors) {
    var message =
        errors
            .lines()
            .dropWhile(Predicate.not(line -> line.startsWith(ERROR)))
            .collect(Collectors.joining("\n"));
    return message.isEmpty()
        ? errors.strip()
        : message
            .substring(ERROR.length())
            .replaceFirst("^(INSTALLATION|UPGRADE) FAILED: ", "")
            .strip();
  }

  /** Kills what is left of it: the end of its standard input is the sign for that. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException _) {
      // it has ended
    }
    process.onExit().completeOnTimeout(process, GRACE_SECONDS, TimeUnit.SECONDS).join();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  private static CompletableFuture<String> reading(InputStream stream) {
    var text = new CompletableFuture<String>();
    Thread.ofVirtual()
        .start(
            () -> {
              try (stream) {
                text.complete(new String(stream.readAllBytes(), UTF_8));
              } catch (IOException e) {
                text.completeExceptionally(e);
              }
            });
    return text;
  }
}
