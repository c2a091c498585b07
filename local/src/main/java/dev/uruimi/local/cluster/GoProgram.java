package dev.uruimi.local.cluster;

import dev.uruimi.local.process.CacheEntry;
import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A program built from a Go module.
 *
 * @param module where its versions are pinned
 * @param path where it is in the cache
 * @param goPackage what is built
 * @param linkerFlags how
 */
record GoProgram(GoModule module, Path path, String goPackage, String linkerFlags) {

  boolean present() {
    return new CacheEntry(path).present();
  }

  void build(Progress progress) throws Exception {
    new CacheEntry(path).make(work -> compile(work, progress));
  }

  /** The program, compiled below a folder for that. */
  Path compile(Path work, Progress progress) throws IOException, InterruptedException {
    progress.line("compiling " + path.getFileName());
    module.unpack(work.resolve("module"));
    var result = work.resolve("program");
    Command.of(
            "go",
            "build",
            "-mod=readonly",
            "-trimpath",
            "-buildvcs=false",
            "-ldflags",
            linkerFlags,
            "-o",
            result.toString(),
            goPackage)
        .in(work.resolve("module"))
        .with(Map.of("CGO_ENABLED", "0", "GOWORK", "off", "GOFLAGS", ""))
        .run(Progress.SILENT);
    return result;
  }
}
