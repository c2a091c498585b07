package dev.uruimi.certify;

import dev.uruimi.certify.plan.Operation;
import dev.uruimi.certify.stores.Asking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests of a round: side by side, those of one slot in their order. */
final class Requests implements AutoCloseable {

  private final Asking asking;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LinkedHashMap<Integer, Future<?>> last = new LinkedHashMap<>();
  private final List<Future<?>> sent = new ArrayList<>();

  Requests(Asking asking) {
    this.asking = asking;
  }

  /** Sends them without waiting for answers. */
  synchronized void send(List<Operation> operations) {
    for (var operation : operations) {
      var before = last.get(operation.slot());
      var future =
          threads.submit(
              () -> {
                if (before != null) {
                  before.get();
                }
                return asking.ask(operation);
              });
      last.put(operation.slot(), future);
      sent.add(future);
    }
  }

  /**
   * Waits until all have a definite answer, or none for minutes.
   *
   * @throws IOException when an accepted request could not be noted
   */
  void await() throws IOException, InterruptedException {
    List<Future<?>> all;
    synchronized (this) {
      all = List.copyOf(sent);
    }
    for (var future : all) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new IOException("a request could not be noted", e.getCause());
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
