package dev.uruimi.local.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C (and TERM) orderly: the thread that opened this is interrupted, may unwind, and what
 * was half done is undone before the process ends.
 */
public final class CtrlC implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch unwound = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "ctrl-c");
  private volatile Runnable undo = () -> {};

  private CtrlC() {}

  /** From now on until closed. */
  public static CtrlC handled() {
    var handler = new CtrlC();
    Runtime.getRuntime().addShutdownHook(handler.hook);
    return handler;
  }

  /** What to undo from now on; replaces what was said before. */
  public void undoing(Runnable undo) {
    this.undo = undo;
  }

  private void interrupted() {
    System.err.println("Interrupted: ending what was begun ...");
    worker.interrupt();
    try {
      unwound.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    undo.run();
  }

  /** What was done is to stay. */
  @Override
  public void close() {
    unwound.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // ending already: the hook is at work
    }
  }
}
