package dev.uruimi.local.postgres;

import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.CacheEntry;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The server's programs, out of the archive on the class path.
 *
 * @param folder where they are in the cache
 * @param archive which resource they are in
 */
record PostgresBinaries(Path folder, String archive) implements BuildTask {

  private static final String VERSION = "18.6.0";

  static PostgresBinaries in(Path cache) {
    var platform = platform(Target.here());
    return new PostgresBinaries(
        cache.resolve("bin").resolve("postgres-" + VERSION + "-" + platform),
        "/postgres-" + platform + ".txz");
  }

  /** As the archives' names have it. */
  static String platform(Target target) {
    return target.os() + "-" + (target.arch().equals("arm64") ? "arm_64" : "x86_64");
  }

  @Override
  public String name() {
    return "Postgres " + VERSION;
  }

  @Override
  public boolean upToDate() {
    return new CacheEntry(folder).present();
  }

  @Override
  public void run(Progress progress) throws Exception {
    new CacheEntry(folder)
        .make(
            work -> {
              progress.line("unpacking");
              try (var resource = PostgresBinaries.class.getResourceAsStream(archive)) {
                if (resource == null) {
                  throw new IOException("there is no Postgres for this machine: " + archive);
                }
                TarXz.unpack(resource, work.resolve("postgres"));
                return work.resolve("postgres");
              }
            });
  }

  /**
   * Starts one of the programs. Postgres refuses to run as root; in a user namespace without any
   * mapping it is nobody, and so is the owner of its files.
   */
  List<String> command(String program) {
    var path = folder.resolve("bin").resolve(program).toString();
    return "root".equals(System.getProperty("user.name"))
        ? List.of("unshare", "--user", path)
        : List.of(path);
  }
}
