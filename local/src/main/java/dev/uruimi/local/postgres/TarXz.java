package dev.uruimi.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks archives of folders, files, symbolic and hard links. */
final class TarXz {

  private static final int EXECUTABLE = 0100;

  private TarXz() {}

  static void unpack(InputStream archive, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(entry, tar, folder);
      }
    }
  }

  private static void place(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    var target = inside(folder, entry.getName());
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, inside(folder, entry.getLinkName()));
    } else {
      Files.copy(content, target);
      var mode = (entry.getMode() & EXECUTABLE) != 0 ? "rwxr-xr-x" : "rw-r--r--";
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
    }
  }

  private static Path inside(Path folder, String name) throws IOException {
    var path = folder.resolve(name).normalize();
    if (!path.startsWith(folder)) {
      throw new IOException("the archive names a file outside: " + name);
    }
    return path;
  }
}
