package dev.uruimi.local.cluster;

import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.CacheEntry;
import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.ContentHash;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Builds {@code images/<image>} of the repository by its {@code build.sh} into the cache, once per
 * content of the folder.
 */
public record ImageBuild(UruimiHome home, String image) implements BuildTask {

  private static final String STEP = "==> ";

  @Override
  public String name() {
    return "image " + image;
  }

  @Override
  public boolean upToDate() {
    return new CacheEntry(target()).present();
  }

  @Override
  public void run(Progress progress) throws Exception {
    new CacheEntry(target())
        .make(
            work -> {
              var out = Files.createDirectory(work.resolve("out"));
              var scratch = Files.createDirectory(work.resolve("work"));
              Command.of(
                      source().resolve("build.sh").toString(),
                      "--work",
                      scratch.toString(),
                      "--out",
                      out.toString())
                  .run(
                      line -> {
                        if (line.startsWith(STEP)) {
                          progress.line(line.substring(STEP.length()));
                        }
                      });
              if (!Files.exists(out.resolve("images.txt"))) {
                throw new IOException("images/" + image + "/build.sh wrote no images.txt");
              }
              return out;
            });
  }

  private Path source() {
    return home.repository().resolve("images").resolve(image);
  }

  private Path target() {
    try {
      return home.image(image, ContentHash.ofFolder(source()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
