package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Mounts below a folder of ours. */
final class Mounts {

  private Mounts() {}

  /** Unmounts all of them, the last mounted first. */
  static void remove(Path folder) throws IOException, InterruptedException {
    for (var point : below(folder, Files.readString(Path.of("/proc/self/mountinfo"))).reversed()) {
      Command.of("umount", "--lazy", "--no-mtab", point).run();
    }
  }

  /** Mount points below the folder in the order they were mounted, from a mountinfo (proc(5)). */
  static List<String> below(Path folder, String mountinfo) {
    return mountinfo
        .lines()
        .map(line -> unescape(line.split(" ")[4]))
        .filter(point -> Path.of(point).startsWith(folder) && !Path.of(point).equals(folder))
        .toList();
  }

  private static String unescape(String point) {
    return point
        .replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\");
  }
}
