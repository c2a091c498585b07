package dev.uruimi.local.cluster;

import dev.uruimi.local.download.Artifact;
import dev.uruimi.local.download.Downloads;
import dev.uruimi.local.process.CacheEntry;
import dev.uruimi.local.process.Progress;
import java.util.Optional;

/**
 * A program of the cache, wherever it comes from.
 *
 * @param compiled how it is built here
 * @param published what its publisher offers for this machine
 */
record Binary(GoProgram compiled, Optional<Artifact> published) {

  boolean present() {
    return compiled.present();
  }

  void obtain(Downloads downloads, Progress progress) throws Exception {
    new CacheEntry(compiled.path())
        .make(
            work -> {
              if (published.isPresent()) {
                var official = downloads.program(published.get(), work, progress);
                if (official.isPresent()) {
                  return official.get();
                }
              }
              return compiled.compile(work, progress);
            });
  }
}
