package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

/** The folders behind the volumes. */
record VolumeFolders(Path parent) {

  private static final Pattern NAME = Pattern.compile("pvc-[0-9a-f-]{36}");

  /** Makes a folder anyone may write; its parent keeps others of this machine out. */
  Path create(String name) throws IOException {
    Files.createDirectories(parent);
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));
    var folder = folder(name);
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    return folder;
  }

  void delete(String name) throws IOException {
    Trees.delete(folder(name));
  }

  private Path folder(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a volume of ours: " + name);
    }
    return parent.resolve(name);
  }
}
