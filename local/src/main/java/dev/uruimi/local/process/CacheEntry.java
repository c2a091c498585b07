package dev.uruimi.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * A file or folder of the cache that is made once: there whole or not at all, whoever is killed
 * when, and made by one process while the others wait for it.
 *
 * @param target where it will be; its name says what is in it (a hash or a version)
 */
public record CacheEntry(Path target) {

  private static final Duration LONGEST_BUILD = Duration.ofHours(1);

  /** Makes the content. */
  @FunctionalInterface
  public interface Maker {

    /**
     * @param work an empty folder, deleted afterwards
     * @return the file or folder below {@code work} that becomes the entry
     */
    Path make(Path work) throws Exception;
  }

  public boolean present() {
    return Files.exists(target);
  }

  /** Makes it unless it is there. */
  public void make(Maker maker) throws Exception {
    if (present()) {
      return;
    }
    Files.createDirectories(target.toAbsolutePath().getParent());
    var lock =
        OneAtATime.lock(
            target.resolveSibling(target.getFileName() + ".lock"), LONGEST_BUILD, Waiter.REAL);
    if (lock.isEmpty()) {
      throw new IOException("another process has been making " + target + " for an hour");
    }
    try (var held = lock.get()) {
      if (!present()) {
        makeAlone(maker);
      }
    }
  }

  private void makeAlone(Maker maker) throws Exception {
    var work = target.resolveSibling(target.getFileName() + ".work");
    Trees.delete(work);
    Files.createDirectories(work);
    try {
      Files.move(maker.make(work), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (Exception e) {
      try {
        Trees.delete(work);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
    Trees.delete(work);
  }
}
