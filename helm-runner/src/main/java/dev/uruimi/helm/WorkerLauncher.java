package dev.uruimi.helm;

import java.io.IOException;

/** Starts worker processes. */
@FunctionalInterface
interface WorkerLauncher {

  /** A worker that may still be loading Helm. */
  WorkerProcess launch() throws IOException;
}
