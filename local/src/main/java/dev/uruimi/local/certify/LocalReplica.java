package dev.uruimi.local.certify;

import dev.uruimi.certify.Installation.Replica;
import dev.uruimi.local.process.Unsupervised;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A second process of a service on this machine. */
record LocalReplica(Unsupervised process) implements Replica {

  /** How it is ended. */
  private interface End {
    void run() throws IOException, InterruptedException;
  }

  @Override
  public void kill() {
    end(process::kill);
  }

  @Override
  public void close() {
    end(process::close);
  }

  private static void end(End end) {
    try {
      end.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
