package dev.uruimi.local.cluster;

import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.CacheEntry;
import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Trees;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

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
    return new CacheEntry(target()).present() && folder().skipped().isEmpty();
  }

  @Override
  public void run(Progress progress) throws Exception {
    if (folder().skipped().isPresent()) {
      Trees.delete(target());
    }
    new CacheEntry(target())
        .make(
            work -> {
              var said = new AtomicReference<>("");
              var out = Files.createDirectory(work.resolve("out"));
              var scratch = Files.createDirectory(work.resolve("work"));
              Command.of(
                      folder().source().resolve("build.sh").toString(),
                      "--work",
                      scratch.toString(),
                      "--out",
                      out.toString())
                  .run(
                      line -> {
                        if (line.startsWith(STEP)) {
                          progress.line(line.substring(STEP.length()));
                          said.set(line.substring(STEP.length()));
                        }
                      });
              var list = out.resolve(ImageFolder.LIST);
              if (!Files.exists(list)) {
                throw new IOException("images/" + image + "/build.sh wrote no images.txt");
              }
              if (Files.size(list) == 0) {
                Files.writeString(out.resolve(ImageFolder.WHY), said.get());
              }
              return out;
            });
  }

  private ImageFolder folder() {
    return new ImageFolder(home, image, System.getenv());
  }

  private Path target() {
    return folder().built();
  }
}
