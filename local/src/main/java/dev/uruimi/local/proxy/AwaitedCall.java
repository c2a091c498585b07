package dev.uruimi.local.proxy;

import dev.uruimi.certify.Installation.Healing;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs an act once a request is held, then lets that go. */
final class AwaitedCall implements Healing {

  private final ControlSocket control;
  private final Runnable act;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final Thread reader;
  private volatile boolean closed;

  AwaitedCall(ControlSocket control, Runnable act) {
    this.control = control;
    this.act = act;
    this.reader = Thread.ofVirtual().name("held helm call").unstarted(this::await);
    reader.start();
  }

  private void await() {
    try {
      while (control.read().isPresent()) {
        try {
          act.run();
        } finally {
          control.write("go");
        }
      }
    } catch (IOException | RuntimeException e) {
      if (!closed) {
        failure.set(e);
      }
    }
  }

  /**
   * Stops waiting; an act that has begun is waited for.
   *
   * @throws IOException when the act failed
   */
  @Override
  public void close() throws IOException {
    closed = true;
    try (control) {
      control.end();
      awaitReader();
    }
    var failed = failure.getAndSet(null);
    if (failed != null) {
      throw new IOException("what was to happen at a held request failed", failed);
    }
  }

  /** It ends when the proxy has taken the fault out; an act that closes this cannot wait for it. */
  private void awaitReader() throws IOException {
    try {
      if (!Thread.currentThread().equals(reader)) {
        reader.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(e);
    }
  }
}
