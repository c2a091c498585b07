package dev.uruimi.api.platform;

import dev.uruimi.api.peers.PeerAwayException;
import dev.uruimi.api.web.Causes;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks several parts at once, each on a virtual thread, and waits for none longer than 2 s. */
@Component
class Inquiries {

  static final Duration LIMIT = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(Inquiries.class);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * What came of a question.
   *
   * @param problem why there is no answer, as a sentence; null when there is one
   */
  record Outcome<T>(@Nullable T answer, @Nullable String problem) {}

  /** A question that was asked. */
  final class Inquiry<T> {

    private final String part;
    private final Future<T> answer;
    private final long asked = System.nanoTime();

    private Inquiry(String part, Callable<T> question) {
      this.part = part;
      this.answer = threads.submit(question);
    }

    /** What comes of it, at the latest 2 s after it was asked. */
    Outcome<T> outcome() {
      try {
        var left = LIMIT.toNanos() - (System.nanoTime() - asked);
        return new Outcome<>(answer.get(Math.max(0, left), TimeUnit.NANOSECONDS), null);
      } catch (TimeoutException _) {
        answer.cancel(true);
        return new Outcome<>(null, "It does not answer within 2 s.");
      } catch (ExecutionException e) {
        log.atDebug()
            .addKeyValue("part", part)
            .addKeyValue("cause", Causes.briefly(e))
            .log("no answer");
        return new Outcome<>(null, sentence(e));
      } catch (InterruptedException _) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        return new Outcome<>(null, "The question was called off.");
      }
    }
  }

  /** Asks. */
  <T> Inquiry<T> ask(String part, Callable<T> question) {
    return new Inquiry<>(part, question);
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  private static String sentence(ExecutionException failure) {
    if (failure.getCause() instanceof PeerAwayException away && away.getMessage() != null) {
      return away.getMessage();
    }
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return "It does not answer (%s).".formatted(root.getClass().getSimpleName());
  }
}
