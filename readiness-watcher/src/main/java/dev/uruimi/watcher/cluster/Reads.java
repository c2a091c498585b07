package dev.uruimi.watcher.cluster;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Some short reads at once, bounded together in time. Closing ends what is still under way. */
public final class Reads implements AutoCloseable {

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final long end;

  private Reads(Duration limit) {
    this.end = System.nanoTime() + limit.toNanos();
  }

  /** Reads that have so much time, all together. */
  public static Reads within(Duration limit) {
    return new Reads(limit);
  }

  /**
   * Begins a read.
   *
   * @return waits for what was read, throws {@link UnreadableException} when it failed or there was
   *     no time left
   */
  public <T> Supplier<T> start(Callable<T> read) {
    var future = executor.submit(read);
    return () -> await(future);
  }

  private <T> T await(Future<T> read) {
    try {
      return read.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new UnreadableException("no answer in time", e);
    } catch (ExecutionException e) {
      throw new UnreadableException(String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableException("interrupted", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** Something could not be read now. */
  public static final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableException(String message) {
      super(message);
    }

    UnreadableException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
